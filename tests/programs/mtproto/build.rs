//! Finds the schemas that `grammers-tl-types` ships; a program of yours has them in a folder.

use tl_test_support::locate::Crates;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    let crates = Crates::ask();
    for (name, file) in [("API_TL", "tl/api.tl"), ("MTPROTO_TL", "tl/mtproto.tl")] {
        println!("cargo::rustc-env={name}={}", crates.file("grammers-tl-types", file).display());
    }
}
