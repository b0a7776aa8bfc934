//! A name that the `extern` module does not have. The message is rustc's.

mod api {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
    }
}

mod groups {
    tl_runtime::tl! {
        #![tl(extern = crate::api)]
        group #00000001 member:User admin:Usr = Group;
    }
}

fn main() {}
