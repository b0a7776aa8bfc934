//! A bit that a mask does not have.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:# id:flags.32?int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 flags:# id:flags.32?int = User;
        "
    }
}

fn main() {}
