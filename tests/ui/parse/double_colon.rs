//! A path of Rust in place of a namespace.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 photo:photos::Photo = User;
        auth::sentCode #00000001 = auth::SentCode;
    }
}

fn main() {}
