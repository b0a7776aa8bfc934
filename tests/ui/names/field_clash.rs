//! Two fields with one name in Rust.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 self:int self_:int = User;
    }
}

fn main() {}
