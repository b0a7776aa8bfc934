//! A constructor that is defined twice. Nothing else is wrong with its types, nor with what uses them.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        user #00000001 id:long = Account;
        message #00000002 from:%User to:Account = Message;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int = User;
        user#00000001 id:long = User;
        message#00000002 from:user = Message;
        "
    }
}

fn main() {
    let _ = |message: tokens::types::Message| message.from.id;
}
