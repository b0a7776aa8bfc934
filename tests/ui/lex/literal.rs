//! Literals of Rust that are not TL.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:'i' = User;
        chat #00000001 title:b"string" = Chat;
    }
}

fn main() {}
