//! Characters that TL does not have.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int & name:string = User;
        chat #00000001 id:$int = Chat;
        café #00000002 = Cafe;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int & name:string = User;
        chat#00000001 id:int \ = Chat;
        café#00000002 = Cafe;
        "
    }
}

fn main() {}
