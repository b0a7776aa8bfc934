//! Copies the types of the schema that grammers-tl-types was generated from to where `include_tl!` finds them, and writes
//! the types for tl-proto, so that all sides are made from the same lines. No workload calls a function, and each kind of
//! our types reads the file anew.

mod tl_proto;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    let schema = grammers_folder().join("tl/api.tl");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={}", schema.display());
    let lines = fs::read_to_string(&schema).unwrap_or_else(|error| panic!("{}: {error}", schema.display()));
    let types = lines.split_once("---functions---").map_or(lines.as_str(), |(types, _)| types);
    let out = env::var_os("OUT_DIR").expect("set by cargo");
    for (name, text) in [("api.tl", types), ("tl_proto.rs", &tl_proto::types(types))] {
        fs::write(Path::new(&out).join(name), text).expect("the folder is ours to write to");
    }
}

/// Where the source of grammers-tl-types is: in the registry's cache, or wherever it was vendored to.
fn grammers_folder() -> PathBuf {
    let cargo = env::var_os("CARGO").expect("set by cargo");
    let mut metadata = Command::new(cargo);
    // Offline: the build could not have come here without the package.
    metadata.args(["metadata", "--format-version=1", "--offline"]);
    let output = metadata.output().expect("cargo can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let json = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    // A JSON parser only for this would be the slowest part of the build.
    let mut strings = json.split('"').map(|string| string.replace(r"\\", "/"));
    let manifest =
        strings.find(|string| string.contains("/grammers-tl-types") && string.ends_with("/Cargo.toml"));
    PathBuf::from(manifest.expect("a dependency of this package")).with_file_name("")
}
