//! Functions in the section of types: the result is a parameter.

mod tokens {
    tl_runtime::tl! {
        invokeWithLayer #da9b0d0d {X:Type} layer:int query:!X = X;
        pair #00000001 {X:Type} {Y:Type} first:!X second:!Y = Y;
    }
}

fn main() {}
