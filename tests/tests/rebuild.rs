//! What a user's package does with schema files: one that is edited is compiled again, and one that a build script has
//! written is found.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const BUILD: &str = r#"
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let file = std::path::Path::new(&std::env::var_os("OUT_DIR").unwrap()).join("made.tl");
    std::fs::write(file, "made #1 = Made;").unwrap();
}
"#;

const MAIN: &str = r#"
use tl_runtime::Combinator;

tl_runtime::include_tl!(concat!(env!("OUT_DIR"), "/made.tl"), "schemas/own.tl");

fn main() {
    println!("{}; {}", types::Made::TL, types::Own::TL);
}
"#;

/// A package below the target folder, with the versions of this workspace and a target folder of its own.
struct Package(PathBuf);

impl Package {
    fn new() -> Package {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let package = Package(Path::new(env!("CARGO_TARGET_TMPDIR")).join("rebuild"));
        let runtime = project.join("tl-runtime");
        package.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"rebuild\"\nedition = \"2024\"\n\n[dependencies]\n\
                 tl-runtime = {{ path = {runtime:?} }}\n\n[workspace]\n"
            ),
        );
        let lock = fs::read_to_string(project.join("Cargo.lock")).expect("the workspace has a lock file");
        package.write("Cargo.lock", &lock);
        package.write("build.rs", BUILD);
        package.write("src/main.rs", MAIN);
        package
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.0.join(file);
        fs::create_dir_all(file.parent().expect("it is in a folder")).expect("the folder can be made");
        fs::write(&file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    fn run(&self) -> String {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["run", "--quiet", "--offline"]).current_dir(&self.0);
        let output = cargo.env("CARGO_TARGET_DIR", self.0.join("target")).output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("it prints text")
    }
}

#[test]
fn an_edited_file_is_compiled_again() {
    let package = Package::new();
    for line in ["own#00000002 = Own", "own#00000002 x:int = Own"] {
        package.write("schemas/own.tl", &format!("{line};"));
        assert_eq!(package.run(), format!("made#00000001 = Made; {line}\n"));
    }
}
