//! A constructor without a name.

mod tokens {
    tl_runtime::tl! {
        _ #d23c81a3 id:int = User;
    }
}

fn main() {}
