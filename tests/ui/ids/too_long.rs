//! An id of more than 8 digits.

mod tokens {
    tl_runtime::tl! {
        user #0d23c81a3 id:int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#0d23c81a3 id:int = User;
        "
    }
}

fn main() {}
