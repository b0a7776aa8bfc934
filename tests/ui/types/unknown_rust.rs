//! Types by their names in Rust.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:i64 is_bot:bool age:u32 score:f64 tags:Vec<string> photo:Option<string> = User;
    }
}

fn main() {}
