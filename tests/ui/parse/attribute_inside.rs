//! An attribute inside a declaration.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 #[serde(default)] id:int = User;
    }
}

fn main() {}
