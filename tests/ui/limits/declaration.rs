//! A declaration that is longer than any real one.

mod file {
    tl_runtime::include_tl! {
        "ui/limits/declaration.tl"
    }
}

fn main() {}
