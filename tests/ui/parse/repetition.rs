//! Repetitions in the wrong form.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 ids:4*int = User;
        chat #00000001 ids:4*[] = Chat;
        message #00000002 n:# m:# ids:(n+m)*[ int ] = Message;
    }
}

fn main() {}
