//! A mask that is not `#`.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:int id:flags.0?int name:flags.1?string = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 flags:int id:flags.0?int name:flags.1?string = User;
        "
    }
}

fn main() {}
