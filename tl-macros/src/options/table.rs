//! Every option, in one table: the parser, the messages and the test of the documentation take them from here.

/// An option of `#![tl(…)]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Word {
    Borrow,
    Box,
    Crate,
    Docs,
    Default,
    Enums,
    Extern,
    Flags,
    Functions,
    Getters,
    IdMismatchOk,
    Ids,
    Inline,
    Json,
    Layer,
    Object,
    Only,
    Reflect,
    Rename,
    Setters,
    String,
    TryFrom,
    VerifyIds,
}

/// What there is to know of an option.
pub(crate) struct Entry {
    pub(crate) word: Word,
    pub(crate) name: &'static str,
    /// Its forms, as they are written.
    pub(crate) forms: &'static [&'static str],
    /// The form above one definition, `#[tl(…)]`, if there is one.
    pub(crate) of_definition: Option<&'static str>,
    /// What it does, on one line.
    pub(crate) help: &'static str,
}

const fn entry(word: Word, name: &'static str, forms: &'static [&'static str], help: &'static str) -> Entry {
    Entry { word, name, forms, of_definition: None, help }
}

/// In the order of the documentation.
pub(crate) const TABLE: &[Entry] = &[
    entry(Word::Ids, "ids", &["ids = \"telegram\"", "ids = \"formal\""], "the rule for lines without an id"),
    entry(
        Word::VerifyIds,
        "verify_ids",
        &["verify_ids"],
        "a written id that differs from the computed one is an error",
    ),
    Entry {
        of_definition: Some("id_mismatch_ok"),
        ..entry(
            Word::IdMismatchOk,
            "id_mismatch_ok",
            &["id_mismatch_ok(\"a.b\")"],
            "excuses lines from `verify_ids`",
        )
    },
    entry(
        Word::String,
        "string",
        &["string = \"utf8\"", "string = \"lossy\"", "string = \"bytes\""],
        "what a `string` is in Rust",
    ),
    entry(Word::Borrow, "borrow", &["borrow", "borrow = \"all\""], "strings and bytes borrow from the input"),
    entry(
        Word::Flags,
        "flags",
        &["flags = \"hidden\"", "flags = \"visible\""],
        "whether masks named `flags` are fields",
    ),
    entry(Word::Object, "object", &["object", "object = \"extern\""], "adds the enum of all constructors"),
    entry(
        Word::Functions,
        "functions",
        &["functions = \"encode\"", "functions = \"both\""],
        "whether functions can be decoded",
    ),
    entry(Word::Only, "only", &["only(users.getUsers, User, auth.*)"], "generates these and what they need"),
    Entry {
        of_definition: Some("rename = \"Name\""),
        ..entry(Word::Rename, "rename", &["rename(\"a.b\" = \"Name\")"], "names in Rust")
    },
    entry(
        Word::Extern,
        "extern",
        &["extern = path"],
        "the module that defines what this invocation does not",
    ),
    entry(Word::Crate, "crate", &["crate = path"], "where tl-runtime is"),
    entry(
        Word::Enums,
        "enums",
        &["enums = \"several\"", "enums = \"always\""],
        "whether types with one constructor are enums, too",
    ),
    entry(
        Word::Box,
        "box",
        &["box = \"size\"", "box = \"always\"", "box = \"never\""],
        "which variants of enums are in a `Box`",
    ),
    entry(Word::Docs, "docs", &["docs = \"telegram\""], "links to the pages of core.telegram.org"),
    entry(Word::Default, "default", &["default"], "every type has a default"),
    entry(Word::TryFrom, "try_from", &["try_from"], "`TryFrom` of an enum for the structs of its variants"),
    entry(Word::Getters, "getters", &["getters"], "methods of enums for the fields of their variants"),
    entry(Word::Setters, "setters", &["setters"], "methods that set optional fields, and `new` with `Into`"),
    entry(Word::Inline, "inline", &["inline = false"], "no `#[inline]` on generated methods"),
    entry(Word::Layer, "layer", &["layer = N"], "the constant `LAYER`"),
    entry(Word::Reflect, "reflect", &["reflect"], "tables of the schema at run time"),
    entry(Word::Json, "json", &["json = \"plain\"", "json = \"tdlib\""], "the JSON of `reflect`"),
];

impl Word {
    pub(crate) fn name(self) -> &'static str {
        TABLE.iter().find(|entry| entry.word == self).map_or("", |entry| entry.name)
    }

    /// Whether its value is a list; several lists add up.
    pub(crate) fn takes_list(self) -> bool {
        !self.expected_list().is_empty()
    }

    /// What is in the parentheses of an option that takes a list.
    pub(crate) fn expected_list(self) -> &'static str {
        match self {
            Word::Rename => "names of the schema with identifiers: `rename(\"a.b\" = \"Name\")`",
            Word::IdMismatchOk => "names of the schema: `id_mismatch_ok(\"a.b\")`",
            Word::Only => {
                "names of functions, constructors, types and namespaces: `only(users.getUsers, User, auth.*)`"
            }
            Word::Borrow
            | Word::Box
            | Word::Crate
            | Word::Default
            | Word::Enums
            | Word::Extern
            | Word::Flags => "",
            Word::Docs | Word::Functions | Word::Getters | Word::Ids | Word::Json => "",
            Word::Inline
            | Word::Layer
            | Word::Object
            | Word::Reflect
            | Word::Setters
            | Word::String
            | Word::TryFrom
            | Word::VerifyIds => "",
        }
    }
}

/// The option of this name.
pub(crate) fn find(name: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.name == name)
}

/// All names.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|entry| entry.name)
}

/// `` `ids = "telegram"`, `ids = "formal"`, … ``
pub(crate) fn forms() -> String {
    let forms = TABLE.iter().flat_map(|entry| entry.forms);
    forms.map(|form| format!("`{form}`")).collect::<Vec<String>>().join(", ")
}

/// `` `#[tl(id_mismatch_ok)]` and `#[tl(rename = "Name")]` ``
pub(crate) fn forms_of_definition() -> String {
    let forms = TABLE.iter().filter_map(|entry| entry.of_definition);
    forms.map(|form| format!("`#[tl({form})]`")).collect::<Vec<String>>().join(" and ")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::TABLE;

    /// The two tables of the documentation have a row for each form.
    #[test]
    fn every_option_is_documented() {
        for file in ["../tl-runtime/src/macros.rs", "../tl-runtime/doc/options.md"] {
            let text = fs::read_to_string(file).expect("the documentation is there");
            let rows: Vec<&str> =
                text.lines().filter(|line| line.trim_start_matches("/// ").starts_with("| `")).collect();
            for entry in TABLE {
                for form in entry.forms {
                    let value = form.split_once(" = ").map_or(*form, |(_, value)| value);
                    let has_form = |row: &&str| {
                        let first =
                            row.trim_start_matches("/// ").trim_start_matches("| ").split(" |").next();
                        first.is_some_and(|cell| {
                            cell.contains(entry.name) && (cell.contains(value) || cell.contains(form))
                        })
                    };
                    let is_example = value == "path" || form.contains('(');
                    let has_name = |row: &&str| row.contains(&format!("| `{}", entry.name));
                    let found = rows.iter().any(|row| if is_example { has_name(row) } else { has_form(row) });
                    assert!(found, "{file} lacks a row for `{form}`");
                }
            }
        }
    }
}
