//! `%` before a type of the `extern` module.

mod api {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
    }
}

mod groups {
    tl_runtime::tl! {
        #![tl(extern = crate::api)]
        group #00000001 member:%User = Group;
    }
}

fn main() {}
