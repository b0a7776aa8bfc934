//! A constructor that is defined twice.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        user #00000001 id:long = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int = User;
        user#00000001 id:long = User;
        "
    }
}

fn main() {}
