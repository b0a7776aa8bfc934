//! No file is named.

tl_runtime::include_tl!();

fn main() {}
