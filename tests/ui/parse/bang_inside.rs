//! `!` inside a type.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invoke #d23c81a3 {X:Type} query:Vector<!X> = X;
    }
}

fn main() {}
