//! An id without a space before it is no Rust since edition 2021.

mod api {
    tl_runtime::tl! {
        user#d23c81a3 id:int first_name:string last_name:string = User;
    }
}

fn main() {}
