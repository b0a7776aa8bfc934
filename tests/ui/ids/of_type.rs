//! An id behind the type.

mod tokens {
    tl_runtime::tl! {
        user id:int = User #d23c81a3;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user id:int = User#d23c81a3;
        "
    }
}

fn main() {}
