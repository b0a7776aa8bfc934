//! A file that is there and cannot be read: a folder on the way to it is none.

tl_runtime::include_tl!("ui/input/fine.tl/api.tl");

fn main() {}
