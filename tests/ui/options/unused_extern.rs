//! An `extern` that nothing needs.

mod api {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
    }
}

mod groups {
    tl_runtime::tl! {
        #![tl(extern = crate::api)]
        group #00000001 id:int = Group;
    }
}

fn main() {}
