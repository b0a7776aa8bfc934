//! Several mistakes in one line.

mod tokens {
    tl_runtime::tl! {
        user flags:int id:flags.0?lnog name:mask.1?strin ok:true id:Vector<true> = User;
        chat #d23c81a3 peer:Per admin:flags.0?Usr name:Vector bits:4096*[ int ] = Chat;
        message #xyz #1 id:int = Message;
        ---functions---
        send {n:#} query:!Q peer:%Nobody = Vector;
    }
}

fn main() {}
