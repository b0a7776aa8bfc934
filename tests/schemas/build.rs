//! Finds the schema files and writes, for each schema, the table of what must be generated for it.

use std::path::PathBuf;

use tl_test_support::locate::{self, Crates};
use tl_test_support::tables;

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
            tables::prepare(schema, &files);
        }
        // Templates are other types in Rust than the table would have.
        locate::name_files("vk_cases", &[shared.join("schemas/vk_cases.tl")]);
    }
    let crates = Crates::ask();
    tables::prepare("tdlib_rs", &[crates.file("tdlib-rs", "tl/api.tl")]);
    tables::prepare("everscale_network", &[crates.file("everscale-network", "src/scheme.tl")]);
}
