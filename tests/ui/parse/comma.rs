//! Commas between fields.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int, name:string = User;
    }
}

fn main() {}
