//! A repetition whose count is not a plain number.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 n:# ids:n*[ int ] = User;
        chat #00000001 # [ int ] = Chat;
    }
}

fn main() {}
