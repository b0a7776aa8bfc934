//! One line twice, with two ids.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        user #d23c81a4 id:int = User;
        chat id:int = Chat;
        chat #00000001 id:int = Chat;
    }
}

fn main() {}
