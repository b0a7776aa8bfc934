//! A condition without the name of a mask, or without the number of a bit.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:# id:0?int = User;
        person #00000003 flags:# name:1.2?string = Person;
        chat #00000001 flags:# id:flags.one?int = Chat;
        message #00000002 flags:# id:flags.0 int = Message;
    }
}

fn main() {}
