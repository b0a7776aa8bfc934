//! Finds the schema that `tdlib-rs` ships; a program of yours has it in a folder.

use tl_test_support::locate::Crates;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    println!("cargo::rustc-env=TD_API_TL={}", Crates::ask().file("tdlib-rs", "tl/api.tl").display());
}
