//! A mask that decides about itself.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:flags.0?# = User;
    }
}

fn main() {}
