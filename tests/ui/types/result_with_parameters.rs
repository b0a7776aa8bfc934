//! A constructor of a type that takes no parameters.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = Pair int string;
    }
}

fn main() {}
