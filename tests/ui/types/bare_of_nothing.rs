//! The bare form of what has none.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 bot:%Bool = User;
        ---functions---
        invoke #00000001 {X:Type} query:%X = X;
    }
}

fn main() {}
