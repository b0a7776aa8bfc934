//! A parameter that the result does not determine.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invoke #d23c81a3 {X:Type} query:!X = Bool;
        invokeNothing #00000001 {X:Type} layer:int = X;
        pair #00000002 {X:Type} {Y:Type} first:!X second:!Y = Y;
    }
}

fn main() {}
