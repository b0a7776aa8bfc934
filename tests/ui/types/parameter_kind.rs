//! A parameter that is neither a type nor a number.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invoke #d23c81a3 {X:int} query:!X = X;
    }
}

fn main() {}
