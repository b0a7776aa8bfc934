//! An optional field without a name.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:# flags.0?int = User;
    }
}

fn main() {}
