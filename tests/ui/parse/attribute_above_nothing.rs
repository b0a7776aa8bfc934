//! Attributes that stand above no combinator.

mod tokens {
    tl_runtime::tl! {
        #[derive(Eq)]
        int ? = Int;
        user #d23c81a3 id:int = User;
        #[derive(Eq)]
        ---functions---
        getUser #00000001 id:int = User;
        #[deprecated]
    }
}

fn main() {}
