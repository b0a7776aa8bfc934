//! `json` where no `reflect` makes tables.

mod tokens {
    tl_runtime::tl! {
        #![tl(json = "tdlib", ids = "formal")]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
