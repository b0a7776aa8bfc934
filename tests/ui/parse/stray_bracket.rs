//! A bracket that closes nothing.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 ids:Vector<int>> = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 ids:(Vector int)) = User;
        chat#00000001 ids:4*[ int ]] = Chat;
        message#00000002 ids:Vector<int>} = Message;
        photo#00000003 = Photo>;
        "
    }
}

fn main() {}
