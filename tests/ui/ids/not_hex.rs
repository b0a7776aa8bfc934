//! An id with a digit that is not hexadecimal.

mod tokens {
    tl_runtime::tl! {
        user #d23c81ag id:int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#xyz id:int = User;
        "
    }
}

fn main() {}
