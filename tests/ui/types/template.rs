//! Types with parameters of their own.

mod tokens {
    tl_runtime::tl! {
        maybeNone #d23c81a3 {X:Type} = Maybe X;
        maybeSome #00000001 {X:Type} value:X = Maybe X;
        user #00000002 name:Maybe<string> names:(Maybe (Maybe string)) = User;
        ---functions---
        getUser #00000003 id:int = Maybe<User>;
    }
}

fn main() {}
