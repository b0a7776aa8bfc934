//! Partial application: that of a name which nobody knows.

mod tokens {
    tl_runtime::tl! {
        Vector int;
        Usr int;
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
