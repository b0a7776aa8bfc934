//! An id that Rust takes for a binary number without digits.

mod api {
    tl_runtime::tl! {
        user #0bcdef12 id:int = User;
    }
}

fn main() {}
