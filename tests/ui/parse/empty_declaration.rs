//! A `;` too many.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;;
    }
}

fn main() {}
