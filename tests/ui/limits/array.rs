//! A repetition that would be one large value.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 ids:1025*[ int ] = User;
        chat #00000001 rows:100*[ 100*[ int ] ] = Chat;
    }
}

fn main() {}
