//! A group of fields that stands for too many.

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 [(x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x :[(x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x :[(x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x : int)])])] = User;
        "
    }
}

fn main() {}
