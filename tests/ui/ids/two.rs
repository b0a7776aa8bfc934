//! Two ids of one combinator.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 #00000001 id:int = User;
    }
}

fn main() {}
