//! Copies the types of the schema that grammers-tl-types was generated from to where `include_tl!` finds them, and writes
//! the types for tl-proto, so that all sides are made from the same lines. No workload calls a function, and each kind of
//! our types reads the file anew.

mod tl_proto;

use std::path::Path;
use std::{env, fs};

use tl_test_support::locate::{self, Crates};

fn main() {
    let schema = Crates::ask().file("grammers-tl-types", "tl/api.tl");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={}", schema.display());
    let lines = locate::text(&schema);
    let types = lines.split_once("---functions---").map_or(lines.as_str(), |(types, _)| types);
    let out = env::var_os("OUT_DIR").expect("set by cargo");
    for (name, text) in [("api.tl", types), ("tl_proto.rs", &tl_proto::types(types))] {
        fs::write(Path::new(&out).join(name), text).expect("the folder is ours to write to");
    }
}
