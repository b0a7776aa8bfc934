//! No `=` before the result.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int User;
        chat #00000001 id:int;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int User;
        "
    }
}

fn main() {}
