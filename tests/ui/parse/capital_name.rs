//! A constructor with the name of a type.

mod tokens {
    tl_runtime::tl! {
        User #d23c81a3 id:int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        User#d23c81a3 id:int = User;
        "
    }
}

fn main() {}
