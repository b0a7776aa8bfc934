//! Fields behind the result.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User name:string;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int = User name:string;
        "
    }
}

fn main() {}
