//! A file in Latin-1.

mod file {
    tl_runtime::include_tl! {
        "ui/input/not_utf8.tl"
    }
}

fn main() {}
