//! An `extern` module that does not exist. The message is rustc's.

mod groups {
    tl_runtime::tl! {
        #![tl(extern = crate::api)]
        group #00000001 member:User members:Vector<User> = Group;
    }
}

fn main() {}
