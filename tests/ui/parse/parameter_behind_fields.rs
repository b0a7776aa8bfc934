//! A parameter behind the fields.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invoke #d23c81a3 layer:int {X:Type} query:!X = X;
    }
}

fn main() {}
