//! Finds the schema files other than Telegram's, and writes the tables of what must be generated for them.

use std::env;
use std::path::PathBuf;

use tl_test_support::locate::{self, Crates};
use tl_test_support::tables;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    let crates = Crates::ask();
    tables::prepare("everscale", &[crates.file("everscale-network", "src/scheme.tl")]);
    let containers =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo")).join("schemas/containers.tl");
    let mtproto = [crates.file("grammers-tl-types", "tl/mtproto.tl"), containers];
    tables::prepare("mtproto", &mtproto);
    tables::prepare("mtproto_visible", &mtproto);
    if let Some(shared) = locate::announce_shared() {
        tables::prepare("ton", &[shared.join("schemas/ton_api.tl")]);
        tables::prepare("ton_visible", &[shared.join("schemas/ton_api.tl")]);
        // Templates are other types in Rust than the table would have.
        locate::name_files("vk_cases", &[shared.join("schemas/vk_cases.tl")]);
    }
}
