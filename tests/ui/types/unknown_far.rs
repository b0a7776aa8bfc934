//! A type that is not defined, and nothing is near.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 status:Presence = User;
    }
}

fn main() {}
