//! A path where schema lines are expected.

tl_runtime::tl!("ui/input/fine.tl");

fn main() {}
