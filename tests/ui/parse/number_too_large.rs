//! A number of more than 32 bits.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 ids:4294967296*[ int ] = User;
    }
}

fn main() {}
