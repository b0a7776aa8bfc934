//! No `;` behind a declaration.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User
        chat #00000001 id:int = Chat;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int = User
        chat#00000001 id:int = Chat
        "
    }
}

mod file {
    tl_runtime::include_tl! {
        "ui/parse/missing_semicolon.tl"
    }
}

fn main() {}
