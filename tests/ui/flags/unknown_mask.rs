//! A mask that is not there.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:# id:flag.0?int = User;
        chat #00000001 id:flags.0?int = Chat;
        message #00000002 flags:# flags2:# id:flags3.0?int = Message;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 flags:# id:flag.0?int = User;
        "
    }
}

fn main() {}
