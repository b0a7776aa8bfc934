//! Two combinators with one id where `Object` has to tell them apart.

mod tokens {
    tl_runtime::tl! {
        #![tl(object)]
        user #d23c81a3 id:int = User;
        chat #d23c81a3 id:int = Chat;
    }
}

fn main() {}
