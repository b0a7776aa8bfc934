//! Values inside of values, more than a thousand levels deep.

mod file {
    tl_runtime::include_tl! {
        "ui/limits/depth.tl"
    }
}

fn main() {}
