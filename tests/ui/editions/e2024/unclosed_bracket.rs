//! A bracket without its partner.

mod api {
    tl_runtime::tl! {
        user #d23c81a3 ids:(Vector int = User;
    }
}

fn main() {}
