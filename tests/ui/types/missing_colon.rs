//! Fields without the `:` between name and type.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id int strin name:string = User;
    }
}

fn main() {}
