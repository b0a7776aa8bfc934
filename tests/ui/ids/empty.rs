//! A `#` without digits. (Tokens do not tell whether a space stands before it.)

mod text {
    tl_runtime::tl! {
        r"
        user# id:int = User;
        chat#0x id:int = Chat;
        "
    }
}

fn main() {}
