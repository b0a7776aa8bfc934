//! `%` before something that is no name.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:%4 = User;
        chat #00000001 id:%%Chat = Chat;
    }
}

fn main() {}
