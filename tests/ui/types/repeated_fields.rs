//! A repetition of nothing, or with a `!` that is none.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 points:4*[ ] = User;
        ---functions---
        both #00000001 {X:Type} query:!X numbers:2*[ !int ] = X;
    }
}

fn main() {}
