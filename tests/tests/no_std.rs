//! Crates without `std`: a program that links without it, and the whole API in a library. Both are compiled by a cargo of
//! their own, since features of one build are shared.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const DEPENDENCY: &str = "default-features = false, features = [\"macros\"]";

/// Writes a package with this `Cargo.toml` and this source, and calls cargo on it.
fn cargo(name: &str, target: &str, source: &str, command: &[&str]) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let runtime = project.join("tl-runtime");
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2021\"\n\n{target}\n\
         [dependencies]\ntl-runtime = {{ path = {runtime:?}, {DEPENDENCY} }}\n\n\
         [profile.dev]\npanic = \"abort\"\ndebug = false\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("source.rs"), source).unwrap();
    // The same versions of everything as in the project.
    fs::copy(project.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let status = Command::new(env::var_os("CARGO").unwrap())
        .current_dir(&folder)
        .args(command)
        .arg("--quiet")
        .env("CARGO_TARGET_DIR", folder.parent().unwrap().join("no-std-target"))
        .status()
        .unwrap();
    assert!(status.success(), "cargo {command:?} in {}", folder.display());
    folder.parent().unwrap().join("no-std-target")
}

#[test]
fn a_program_without_std_encodes_and_decodes() {
    let source = include_str!("../no-std/main.rs");
    let target = "[[bin]]\nname = \"no-std-program\"\npath = \"source.rs\"\n";
    let built = cargo("no-std-program", target, source, &["build"]);
    let status = Command::new(built.join("debug/no-std-program")).status().unwrap();
    assert_eq!(status.code(), Some(42));
}

#[test]
#[cfg_attr(not(shared), ignore = "needs ../shared")]
fn the_whole_api_needs_no_std() {
    let schema = tl_test_support::locate::shared_file("schemas/telegram_api.tl");
    let source = format!("#![no_std]\n\ntl_runtime::include_tl!({schema:?});\n");
    let target = "[lib]\npath = \"source.rs\"\n";
    cargo("no-std-api", target, &source, &["check"]);
}
