//! `!` before something that is no parameter.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        invokeInt #00000001 query:!int = Bool;
    }
}

fn main() {}
