//! A number where a type is expected.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:4 = User;
        chat #00000001 ids:Vector<4> = Chat;
    }
}

fn main() {}
