//! A parameter that nothing determines.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invokeNothing #00000001 {X:Type} layer:int = X;
        pair #00000002 {X:Type} {Y:Type} first:!X = X;
    }
}

fn main() {}
