//! A field that is named twice.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int name:string id:long = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int name:string id:long = User;
        "
    }
}

fn main() {}
