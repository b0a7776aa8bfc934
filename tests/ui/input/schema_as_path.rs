//! Schema lines where paths are expected.

tl_runtime::include_tl!("user#d23c81a3 id:int = User;");

fn main() {}
