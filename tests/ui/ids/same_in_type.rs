//! Two constructors of one type with one id.

mod tokens {
    tl_runtime::tl! {
        userEmpty #d23c81a3 = User;
        user #d23c81a3 id:int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        userEmpty#d23c81a3 = User;
        user#d23c81a3 id:int = User;
        "
    }
}

fn main() {}
