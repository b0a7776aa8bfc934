//! A field without its type.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id: name:string = User;
        chat #00000001 id: = Chat;
    }
}

fn main() {}
