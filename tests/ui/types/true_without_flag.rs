//! `true` without a flag that decides about it.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 bot:true = User;
    }
}

fn main() {}
