//! A file that does not exist, beside one that does.

tl_runtime::include_tl!("ui/input/fine.tl", "ui/input/missing.tl");

fn main() {
    let _ = types::Fine;
}
