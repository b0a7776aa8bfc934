//! `object = "extern"` where no `extern` says which module.

mod tokens {
    tl_runtime::tl! {
        #![tl(object = "extern")]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
