//! Partial application.

mod tokens {
    tl_runtime::tl! {
        Vector int;
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
