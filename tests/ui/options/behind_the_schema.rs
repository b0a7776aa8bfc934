//! Options behind the first declaration.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        #![tl(object)]
        chat #00000001 id:int = Chat;
    }
}

fn main() {}
