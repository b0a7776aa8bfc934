//! `New`, `Final` and `Empty` against what the schema has.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        New User;
        Final User;
        userEmpty #00000001 = User;
        Empty Chat;
        chat #00000002 = Chat;
    }
}

fn main() {}
