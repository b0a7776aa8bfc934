//! `New`, `Final` and `Empty`.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        New User;
        Final User;
        Empty Chat;
    }
}

fn main() {}
