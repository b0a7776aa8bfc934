//! An id that Rust takes for a number with an exponent.

mod api {
    tl_runtime::tl! {
        ---functions---
        messages.checkChatInvite #3eadb1bb hash:string = Bool;
    }
}

fn main() {}
