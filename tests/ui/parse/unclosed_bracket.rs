//! A bracket without its partner.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 ids:Vector<int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 ids:(Vector int = User;
        chat#00000001 ids:4*[ int = Chat;
        getChat#00000002 {X:Type query:!X = X;
        "
    }
}

fn main() {}
