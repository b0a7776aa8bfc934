//! A mask that is declared behind the field.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:flags.0?int flags:# = User;
    }
}

fn main() {}
