//! The result of a constructor is not a boxed type.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = user;
        chat #00000001 id:int = %Chat;
    }
}

fn main() {}
