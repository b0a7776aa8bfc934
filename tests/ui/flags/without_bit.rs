//! A condition that names no bit.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:# id:flags?int = User;
    }
}

fn main() {}
