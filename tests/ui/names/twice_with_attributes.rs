//! One line twice, which would be one line, but for the attributes of one of them.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        #[cfg(any())]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
