//! `!X` without `{X:Type}`.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invoke #d23c81a3 query:!X = X;
    }
}

fn main() {}
