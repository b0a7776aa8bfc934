//! Quotes around a name.

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:'int' = User;
        chat#00000001 title:“string” = Chat;
        "
    }
}

fn main() {}
