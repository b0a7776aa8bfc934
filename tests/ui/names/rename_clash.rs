//! A `rename` to a name that is taken.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        #[tl(rename = "User")]
        userEmpty #00000001 = EmptyUser;
    }
}

fn main() {}
