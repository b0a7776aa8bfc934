//! Finds the schema of `grammers-tl-types` and writes the tables of its types: ours, and ours with theirs.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use tl_test_support::locate::{self, Crates};
use tl_test_support::{Statement, names, read, tables};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    let crates = Crates::ask();
    let files = ["tl/api.tl", "tl/mtproto.tl"].map(|file| crates.file("grammers-tl-types", file));
    for (name, file) in ["API_TL", "MTPROTO_TL"].iter().zip(&files) {
        println!("cargo::rustc-env={name}={}", file.display());
    }
    let statements = read(&locate::schema(&files));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo gives a folder"));
    let table = tables::tables(&statements) + &tables::optionals(&statements);
    fs::write(out.join("table.rs"), table).expect("the folder can be written to");
    fs::write(out.join("codecs.rs"), codecs(&statements)).expect("the folder can be written to");
}

/// `CODECS`: how we and how they decode and encode each boxed type and function.
fn codecs(statements: &[Statement]) -> String {
    let statements = tables::generated(statements);
    let mut code = String::from("pub(crate) static CODECS: &[Codec] = &[\n");
    for (ty, _) in tables::boxed_types(&statements) {
        let ours = tables::boxed(ty);
        writeln!(
            code,
            "    codec!({ty:?}, decode_boxed, api::{ours}, grammers::{}),",
            names::grammers("enums", ty)
        )
        .unwrap();
    }
    for function in statements.iter().filter(|statement| statement.is_function) {
        let (name, ours, theirs) =
            (&function.name, tables::path(function), names::grammers("functions", &function.name));
        match function.parameters.is_empty() {
            true => writeln!(code, "    codec!({name:?}, decode_function, api::{ours}, grammers::{theirs}),"),
            false => writeln!(
                code,
                "    codec!({name:?}, decode_generic_function, api::{ours}<api::functions::help::GetConfig>, \
                 grammers::{theirs}<grammers::functions::help::GetConfig>),"
            ),
        }
        .unwrap();
    }
    code + "];\n"
}
