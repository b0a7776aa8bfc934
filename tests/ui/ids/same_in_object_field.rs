//! Two combinators with one id where a field holds any of them.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        chat #d23c81a3 id:int = Chat;
        signed #00000001 data:object = Signed;
    }
}

fn main() {}
