//! An id that Rust takes for a binary number.

mod api {
    tl_runtime::tl! {
        user #0b3a5c11 id:int = User;
    }
}

fn main() {}
