//! Finds the schema files beside Telegram's, and writes the tables of what must be generated for them.

use std::path::PathBuf;
use std::{env, fs};

use tl_test_support::locate::{self, Crates};
use tl_test_support::{read, tables};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    let crates = Crates::ask();
    prepare("everscale", &[crates.file("everscale-network", "src/scheme.tl")]);
    let containers =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo")).join("schemas/containers.tl");
    let mtproto = [crates.file("grammers-tl-types", "tl/mtproto.tl"), containers];
    prepare("mtproto", &mtproto);
    prepare("mtproto_visible", &mtproto);
    if let Some(shared) = locate::announce_shared() {
        prepare("ton", &[shared.join("schemas/ton_api.tl")]);
        prepare("ton_visible", &[shared.join("schemas/ton_api.tl")]);
        // Templates are other types in Rust than the table would have.
        name_files("vk_cases", &[shared.join("schemas/vk_cases.tl")]);
    }
}

/// For a schema `name`: `NAME_0`, `NAME_1`, … are the paths of its files for `include_tl!`, `name.rs` is its table.
fn prepare(schema: &str, files: &[PathBuf]) {
    name_files(schema, files);
    let table = tables::tables(&read(&locate::schema(files)));
    let code = format!("pub static FILES: &[&str] = &{files:?};\n{table}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo")).join(schema).with_extension("rs");
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}

fn name_files(schema: &str, files: &[PathBuf]) {
    for (index, file) in files.iter().enumerate() {
        println!("cargo::rerun-if-changed={}", file.display());
        println!("cargo::rustc-env={}_{index}={}", schema.to_uppercase(), file.display());
    }
}
