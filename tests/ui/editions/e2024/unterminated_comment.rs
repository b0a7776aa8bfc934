//! A comment without an end.

mod api {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User; /* Since layer 5:
    }
}

fn main() {}
