//! A repetition of several fields.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 points:4*[ x:int y:int ] = User;
    }
}

fn main() {}
