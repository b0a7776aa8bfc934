//! Two types with one name in Rust.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = UserFull;
        userEmpty #00000001 = UserFull;
        person #00000002 id:int = User_full;
        personEmpty #00000003 = User_full;
    }
}

fn main() {}
