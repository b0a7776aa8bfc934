//! A second mask of the same name.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 flags:# id:flags.0?int flags:# name:flags.0?string = User;
    }
}

fn main() {}
