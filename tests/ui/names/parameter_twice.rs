//! A parameter that is declared twice.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invoke #d23c81a3 {X:Type} {X:Type} query:!X = X;
    }
}

fn main() {}
