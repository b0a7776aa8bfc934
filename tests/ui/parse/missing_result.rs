//! No result behind the `=`.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = ;
        chat #00000001 id:int =
        message #00000002 id:int = Message;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        chat#00000001 id:int =
        message#00000002 id:int = Message;
        "
    }
}

fn main() {}
