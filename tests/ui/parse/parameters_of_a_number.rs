//! Parameters of something that has none.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 ids:(4 int) = User;
    }
}

fn main() {}
