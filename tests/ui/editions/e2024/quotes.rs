//! Quotes around a name: Rust takes them for a character.

mod api {
    tl_runtime::tl! {
        user #d23c81a3 id:'int' = User;
    }
}

fn main() {}
