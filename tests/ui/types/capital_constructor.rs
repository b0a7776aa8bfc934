//! The name of a constructor with a capital, and of a type without.

mod tokens {
    tl_runtime::tl! {
        chatPhoto #d23c81a3 id:long = Photo;
        chat #00000001 photo:ChatPhoto other:photo = Chat;
    }
}

fn main() {}
