//! One file named twice.

tl_runtime::include_tl!("ui/input/fine.tl", "ui/input/fine.tl");

fn main() {}
