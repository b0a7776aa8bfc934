//! Options of a definition on the invocation, and the other way round.

mod outer_as_inner {
    tl_runtime::tl! {
        #![tl(rename = "Person")]
        user #d23c81a3 id:int = User;
    }
}

mod inner_as_outer {
    tl_runtime::tl! {
        #[tl(ids = "formal")]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
