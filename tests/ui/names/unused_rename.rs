//! A `rename` that changes nothing.

mod tokens {
    tl_runtime::tl! {
        #[tl(rename = "User")]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
