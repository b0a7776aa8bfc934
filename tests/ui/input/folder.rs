//! A folder in place of a file.

tl_runtime::include_tl!("ui/input");

fn main() {}
