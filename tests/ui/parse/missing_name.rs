//! A declaration without a name.

mod tokens {
    tl_runtime::tl! {
        #d23c81a3 id:int = User;
        = Chat;
    }
}

fn main() {}
