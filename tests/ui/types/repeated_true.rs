//! A repetition of what has no bytes.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 bits:4*[ true ] = User;
    }
}

fn main() {}
