//! Writes the tables of what must have been generated for a schema, as Rust for `include!`.

use std::collections::HashSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use crate::read::{Statement, read};
use crate::{locate, names};

/// For build scripts: names the files of a schema and writes `name.rs`, its tables and the paths of its `FILES`.
///
/// # Panics
///
/// If a file cannot be read or written.
pub fn prepare(schema: &str, files: &[PathBuf]) {
    locate::name_files(schema, files);
    let tables = tables(&read(&locate::schema(files)));
    let code = format!("/// Where the schema is.\npub static FILES: &[&str] = &{files:?};\n{tables}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo")).join(schema).with_extension("rs");
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}

/// `COMBINATORS` and `ENUMS` of a schema whose generated modules are in `api`.
pub fn tables(statements: &[Statement]) -> String {
    let statements = generated(statements);
    let mut code = String::from(
        "/// Structs, in the order of the schema.\npub static COMBINATORS: &[::tl_test_support::row::Combinator] = &[\n",
    );
    for statement in &statements {
        let arguments: Vec<&str> = statement.parameters.iter().map(|_| "::tl_runtime::True").collect();
        let arguments =
            if arguments.is_empty() { String::new() } else { format!("<{}>", arguments.join(", ")) };
        let path = path(statement);
        writeln!(code, "    ::tl_test_support::combinator!({:?}, api::{path}{arguments}),", statement.name)
            .unwrap();
    }
    code += "];\n\n/// Boxed types of several constructors.\npub static ENUMS: &[::tl_test_support::row::Enum] = &[\n";
    let mut aliases = String::new();
    for (ty, constructors) in boxed_types(&statements) {
        match constructors[..] {
            [only] => {
                writeln!(aliases, "const _: fn(api::{}) -> api::{} = |value| value;", path(only), boxed(ty))
            }
            _ => writeln!(code, "    {}", row(ty, &constructors)),
        }
        .unwrap();
    }
    code + "];\n\n" + &aliases
}

/// `OPTIONALS`: the fields `name:flags.0?Type` except for `flags.0?true`, which are not `Option`s.
pub fn optionals(statements: &[Statement]) -> String {
    let mut code = String::from(
        "/// Fields that are an `Option`.\npub static OPTIONALS: &[::tl_test_support::row::Optional] = &[\n",
    );
    for statement in generated(statements).iter().filter(|statement| statement.parameters.is_empty()) {
        let optional = statement.fields.iter().filter(|field| field.condition.is_some());
        for field in optional.filter(|field| field.ty != "true" && field.ty != "#") {
            let (path, field) = (path(statement), names::field(&field.name));
            writeln!(code, "    ::tl_test_support::optional!({:?}, api::{path}, {field}),", statement.name)
                .unwrap();
        }
    }
    code + "];\n"
}

/// Statements for which there is a struct: no builtins, and what is said twice only once.
pub fn generated(statements: &[Statement]) -> Vec<&Statement> {
    let mut seen = HashSet::new();
    statements.iter().filter(|statement| !statement.is_builtin() && seen.insert(&statement.line)).collect()
}

/// Boxed types in order, each with its constructors.
pub fn boxed_types<'s>(statements: &[&'s Statement]) -> Vec<(&'s str, Vec<&'s Statement>)> {
    let mut types: Vec<(&str, Vec<&Statement>)> = Vec::new();
    // A constructor of `Object` is a constructor of any type (`gzip_packed`), not of one called so.
    for statement in
        statements.iter().filter(|statement| !statement.is_function && statement.result != "Object")
    {
        match types.iter_mut().find(|(name, _)| *name == statement.result) {
            Some((_, constructors)) => constructors.push(statement),
            None => types.push((&statement.result, vec![statement])),
        }
    }
    types
}

/// `enums::InputPeer`.
pub fn boxed(ty: &str) -> String {
    names::path("enums", ty)
}

/// `types::InputPeerUser`.
pub fn path(statement: &Statement) -> String {
    names::path(if statement.is_function { "functions" } else { "types" }, &statement.name)
}

/// `boxed!("InputPeer", api::enums::InputPeer, match { … } [ … ])`
fn row(ty: &str, constructors: &[&Statement]) -> String {
    let constructor_names: Vec<&str> = constructors.iter().map(|statement| statement.name.as_str()).collect();
    let variants = names::variants(ty, &constructor_names);
    let with_fields = variants.iter().zip(constructors).filter(|(_, statement)| !statement.fields.is_empty());
    let payloads: String = with_fields
        .map(|(variant, statement)| format!("({:?}, {variant}, api::{})", statement.name, path(statement)))
        .collect();
    let boxed = boxed(ty);
    format!(
        "::tl_test_support::boxed!({ty:?}, api::{boxed}, match {{ {} }} [{payloads}]),",
        variants.join(" ")
    )
}
