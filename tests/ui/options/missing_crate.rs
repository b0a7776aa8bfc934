//! A runtime crate that does not exist. The message is rustc's.

mod tokens {
    tl_runtime::tl! {
        #![tl(crate = ::tl_run)]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
