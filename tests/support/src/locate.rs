//! Where schema files are: in crates of the registry, and in the folder `shared` beside the project.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

/// The folder `shared` beside the project; `None` in a checkout that has none.
pub fn shared() -> Option<PathBuf> {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs this");
    let project = Path::new(&manifest).ancestors().find(|folder| folder.join("tl-runtime").is_dir());
    let shared = project.expect("the manifest is inside the project").join("../shared");
    shared.canonicalize().ok().filter(|folder| folder.is_dir())
}

/// A file in the folder `shared`, for tests that are ignored where it is missing.
///
/// # Panics
///
/// If there is no such file.
pub fn shared_file(name: &str) -> PathBuf {
    let file = shared().map(|shared| shared.join(name)).filter(|file| file.is_file());
    file.unwrap_or_else(|| panic!("no file ../shared/{name} beside the project"))
}

/// For build scripts: sets `cfg(shared)` where the folder is, so that a test that needs it says
/// `#[cfg_attr(not(shared), ignore = "needs ../shared")]`. Returns the folder.
///
/// Such tests are in a module called `shared`, by which `.ci/run` counts those that ran.
pub fn announce_shared() -> Option<PathBuf> {
    println!("cargo::rustc-check-cfg=cfg(shared)");
    let shared = shared();
    if let Some(folder) = &shared {
        println!("cargo::rustc-cfg=shared");
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    shared
}

/// Where cargo has put the sources of the packages in `Cargo.lock`.
pub struct Crates(Value);

impl Crates {
    /// Asks `cargo metadata`.
    ///
    /// Packages that are dependencies `cfg(any())`, which is never, are in the answer too: cargo fetches them and does
    /// not compile them. The network is asked only where `cargo fetch` was not.
    pub fn ask() -> Crates {
        let run = |online: &[&str]| {
            let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args(["metadata", "--format-version", "1"]).args(online).output().expect("cargo runs")
        };
        let mut output = run(&["--offline"]);
        if !output.status.success() {
            output = run(&[]);
        }
        assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        Crates(serde_json::from_slice(&output.stdout).expect("cargo answers JSON"))
    }

    /// A file of a package, by its path from the package's manifest.
    pub fn file(&self, package: &str, path: &str) -> PathBuf {
        let packages = self.0["packages"].as_array().expect("metadata lists packages");
        let package = packages.iter().find(|candidate| candidate["name"] == package);
        let manifest = package.and_then(|package| package["manifest_path"].as_str());
        let file = Path::new(manifest.expect("the package is a dependency")).with_file_name(path);
        assert!(file.is_file(), "{} is missing", file.display());
        file
    }
}

/// Reads a file.
pub fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Reads the files of a schema one after the other; each starts with types.
pub fn schema(files: &[impl AsRef<Path>]) -> String {
    files.iter().map(|file| format!("---types---\n{}\n", text(file.as_ref()))).collect()
}
