//! Finds the schema of `tdlib-rs` and writes the tables of its types and functions.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use tl_test_support::locate::{self, Crates};
use tl_test_support::{Field, Statement, names, read, tables};

/// Types that `tdlib-rs` has in another form: <https://docs.rs/tdlib-rs-gen/1.4.0>, `lib.rs`.
const BUILTINS: [&str; 2] = ["Bool", "Ok"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    locate::announce_shared();
    let file = Crates::ask().file("tdlib-rs", "tl/api.tl");
    println!("cargo::rustc-env=TDLIB_RS={}", file.display());
    let statements = read(&locate::text(&file));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo gives a folder"));
    let code = types(&statements) + &functions(&statements);
    fs::write(out.join("theirs.rs"), code).expect("the folder can be written to");
}

/// `TYPES`: how they read and write each boxed type.
fn types(statements: &[Statement]) -> String {
    let statements = tables::generated(statements);
    let mut code = String::from("static TYPES: &[(&str, Through)] = &[\n");
    for (ty, _) in tables::boxed_types(&statements) {
        if !BUILTINS.contains(&ty) {
            let path = names::grammers("enums", ty);
            writeln!(code, "    ({ty:?}, through::<tdlib_rs::{path}>),").expect("a string can be written to");
        }
    }
    code + "];\n"
}

/// `FUNCTIONS`: what they send for each function.
fn functions(statements: &[Statement]) -> String {
    let mut code = String::from("static FUNCTIONS: &[(&str, Through)] = &[\n");
    for function in statements.iter().filter(|statement| statement.is_function) {
        let (name, snake) = (&function.name, snake(&function.name));
        let arguments: String = function.fields.iter().map(argument).collect();
        let all = if arguments.is_empty() { "_" } else { "all" };
        writeln!(code, "    ({name:?}, |json| sent(json, |{all}| functions::{snake}({arguments}0))),")
            .expect("a string can be written to");
    }
    code + "];\n"
}

fn argument(field: &Field) -> String {
    let how = if field.ty.contains("int64") { "number" } else { "value" };
    format!("all.{how}({:?}), ", field.name)
}

/// A name of a function as `tdlib-rs-gen` makes it.
fn snake(name: &str) -> String {
    let letter = |letter: char| {
        let underscore = letter.is_ascii_uppercase().then_some('_');
        underscore.into_iter().chain([letter.to_ascii_lowercase()])
    };
    name.chars().flat_map(letter).collect()
}
