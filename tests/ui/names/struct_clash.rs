//! Two constructors with one name in Rust.

mod tokens {
    tl_runtime::tl! {
        user_full #d23c81a3 id:int = UserFull;
        userFull #00000001 id:int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user_full#d23c81a3 id:int = UserFull;
        chat#00000002 id:int = Chat;
        userFull#00000001 id:int = User;
        "
    }
}

fn main() {}
