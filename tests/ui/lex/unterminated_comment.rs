//! A comment without an end. (In tokens rustc itself says so.)

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int = User; /* Since layer 5:
        chat#00000001 id:int = Chat;
        "
    }
}

mod file {
    tl_runtime::include_tl! {
        "ui/lex/unterminated_comment.tl"
    }
}

fn main() {}
