//! Finds the schema files and writes, for each schema, the table of what must be generated for it.

use std::path::PathBuf;
use std::{env, fs};

use tl_test_support::locate::{self, Crates};
use tl_test_support::{read, tables};

/// The schemas in the folder `shared` beside the project.
const SHARED: [(&str, &[&str]); 10] = [
    ("telegram_api", &["telegram_api"]),
    ("telegram_158", &["telegram_158", "telegram_158_auth_key", "telegram_158_sys_msgs"]),
    ("mtproto_api", &["mtproto_api"]),
    ("secret_api", &["secret_api"]),
    ("e2e_api", &["e2e_api"]),
    ("td_api", &["td_api"]),
    ("ton_api", &["ton_api"]),
    ("lite_api", &["lite_api"]),
    ("ton_and_lite", &["ton_api", "lite_api"]),
    ("tonlib_api", &["tonlib_api"]),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    if let Some(shared) = locate::announce_shared() {
        for (schema, files) in SHARED {
            let files: Vec<PathBuf> =
                files.iter().map(|file| shared.join("schemas").join(file).with_extension("tl")).collect();
            prepare(schema, &files);
        }
        // Templates are other types in Rust than the table would have.
        name_files("vk_cases", &[shared.join("schemas/vk_cases.tl")]);
    }
    let crates = Crates::ask();
    prepare("tdlib_rs", &[crates.file("tdlib-rs", "tl/api.tl")]);
    prepare("everscale_network", &[crates.file("everscale-network", "src/scheme.tl")]);
}

/// For a schema `name`: `NAME_0`, `NAME_1`, … are the paths of its files for `include_tl!`, `name.rs` is its table.
fn prepare(schema: &str, files: &[PathBuf]) {
    name_files(schema, files);
    let table = tables::tables(&read(&locate::schema(files)));
    let code = format!("/// Paths.\npub static FILES: &[&str] = &{files:?};\n{table}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo gives a folder"))
        .join(schema)
        .with_extension("rs");
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}

fn name_files(schema: &str, files: &[PathBuf]) {
    for (index, file) in files.iter().enumerate() {
        println!("cargo::rerun-if-changed={}", file.display());
        println!("cargo::rustc-env={}_{index}={}", schema.to_uppercase(), file.display());
    }
}
