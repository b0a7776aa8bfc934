//! A function that is defined twice, with two results.

mod tokens {
    tl_runtime::tl! {
        ---functions---
        users.getUser #d23c81a3 id:int = Bool;
        users.getUser #d23c81a3 id:int = Vector<int>;
    }
}

fn main() {}
