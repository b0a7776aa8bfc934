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

/// For build scripts: `NAME_0`, `NAME_1`, … are the paths of the files of the schema `name`, for `include_tl!`.
pub fn name_files(schema: &str, files: &[PathBuf]) {
    for (index, file) in files.iter().enumerate() {
        println!("cargo::rerun-if-changed={}", file.display());
        println!("cargo::rustc-env={}_{index}={}", schema.to_uppercase(), file.display());
    }
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
        let manifest = self.package(|candidate| candidate["name"] == package)["manifest_path"].as_str();
        let file = Path::new(manifest.expect("each package has a manifest")).with_file_name(path);
        assert!(file.is_file(), "{} is missing", file.display());
        file
    }
}

/// What a manifest says of a package, for tests of what would be published.
#[derive(Debug)]
pub struct Package {
    /// Its name and version.
    pub name: String,
    /// The oldest Rust that it says it needs.
    pub rust_version: Option<String>,
    /// The fields that crates.io and docs.rs show, and that the manifest lacks.
    pub missing: Vec<&'static str>,
}

impl Crates {
    /// The packages that this one is compiled with, itself first.
    pub fn compiled_with(&self, package: &str) -> Vec<Package> {
        let nodes = self.0["resolve"]["nodes"].as_array().expect("metadata resolves dependencies");
        let mut ids: Vec<&str> =
            vec![self.package(|one| one["name"] == package)["id"].as_str().expect("an id")];
        let mut next = 0;
        while let Some(id) = ids.get(next) {
            let node = nodes.iter().find(|node| node["id"] == *id).expect("each package is a node");
            for dependency in node["deps"].as_array().into_iter().flatten().filter(|one| is_compiled(one)) {
                let id = dependency["pkg"].as_str().expect("an id");
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            next += 1;
        }
        ids.into_iter().map(|id| described(self.package(|one| one["id"] == id))).collect()
    }

    fn package(&self, is: impl Fn(&Value) -> bool) -> &Value {
        let packages = self.0["packages"].as_array().expect("metadata lists packages");
        packages.iter().find(|candidate| is(candidate)).expect("the package is a dependency")
    }
}

/// Whether a dependency is more than one of tests, and of any machine.
fn is_compiled(dependency: &Value) -> bool {
    let kinds = dependency["dep_kinds"].as_array().expect("each dependency has kinds");
    kinds.iter().any(|kind| kind["kind"] != "dev" && kind["target"].is_null())
}

fn described(package: &Value) -> Package {
    let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
    let fields = ["description", "license", "readme", "repository", "keywords", "categories"];
    let is_missing =
        |field: &&str| package[*field].is_null() || package[*field].as_array().is_some_and(Vec::is_empty);
    Package {
        name: format!("{} {}", text("name"), text("version")),
        rust_version: package["rust_version"].as_str().map(str::to_owned),
        missing: fields.into_iter().filter(is_missing).collect(),
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
