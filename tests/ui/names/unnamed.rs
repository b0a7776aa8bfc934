//! A function without a name.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        ---functions---
        _ #00000001 id:int = User;
    }
}

fn main() {}
