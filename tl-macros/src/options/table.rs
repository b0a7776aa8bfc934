//! Every option, in one table: its name, its values, and what they set. The parser, the messages and the test of the
//! documentation take them from here.

use proc_macro2::TokenStream;

use super::names::{self, Item};
use super::{Borrow, Boxing, Enums, External, FlagsMode, ObjectMode, Options, Rule, Site, StringMode};
use crate::span::Span;

/// All about an option of `#![tl(…)]`.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(super) takes: Takes,
    /// The form above one definition, `#[tl(…)]`, if there is one.
    pub(crate) of_definition: Option<&'static str>,
    /// What it does, on one line.
    pub(crate) help: &'static str,
}

/// The value of an option, and what it sets.
pub(super) enum Takes {
    /// `name`, `name = true` or `name = false`.
    Switch {
        /// The value without the option.
        usual: bool,
        set: fn(&mut Options, bool),
    },
    /// `name = "word"`.
    Word(&'static [Word]),
    /// Either of these.
    SwitchOrWord(fn(&mut Options, bool), &'static [Word]),
    /// `name = path`.
    Path(fn(&mut Options, TokenStream, Span)),
    /// `name = N`.
    Number(fn(&mut Options, i32)),
    /// `name(list)`. Several lists add up.
    Names {
        /// What is in the list.
        of: &'static str,
        example: &'static str,
        /// Adds one; `false` if it is not such a name.
        add: fn(&mut Options, &Item) -> bool,
    },
}

/// A word, and what it sets.
pub(super) type Word = (&'static str, fn(&mut Options));

const fn entry(name: &'static str, takes: Takes, help: &'static str) -> Entry {
    Entry { name, takes, of_definition: None, help }
}

const fn switch(set: fn(&mut Options, bool)) -> Takes {
    Takes::Switch { usual: false, set }
}

/// In the order of the documentation.
pub(super) const TABLE: &[Entry] = &[
    entry(
        "ids",
        Takes::Word(&[
            ("telegram", |options| options.ids = Some(Rule::Telegram)),
            ("formal", |options| options.ids = Some(Rule::Formal)),
        ]),
        "the rule for lines without an id",
    ),
    entry(
        "verify_ids",
        switch(|options, on| options.verify_ids = on),
        "a written id that differs from the computed one is an error",
    ),
    Entry {
        of_definition: Some("id_mismatch_ok"),
        ..entry(
            "id_mismatch_ok",
            Takes::Names {
                of: "names from the schema",
                example: "id_mismatch_ok(\"a.b\")",
                add: names::add_excuse,
            },
            "exempts lines from `verify_ids`",
        )
    },
    entry(
        "string",
        Takes::Word(&[
            ("utf8", |options| options.string = StringMode::Utf8),
            ("lossy", |options| options.string = StringMode::Lossy),
            ("bytes", |options| options.string = StringMode::Bytes),
        ]),
        "what a `string` is in Rust",
    ),
    entry(
        "borrow",
        Takes::SwitchOrWord(
            |options, on| options.borrow = if on { Borrow::Strings } else { Borrow::Nothing },
            &[("all", |options| options.borrow = Borrow::All)],
        ),
        "strings and bytes borrow from the input",
    ),
    entry(
        "flags",
        Takes::Word(&[
            ("hidden", |options| options.flags = FlagsMode::Hidden),
            ("visible", |options| options.flags = FlagsMode::Visible),
        ]),
        "whether masks named `flags` are fields",
    ),
    entry(
        "object",
        Takes::SwitchOrWord(
            |options, on| options.object = if on { ObjectMode::Own } else { ObjectMode::Absent },
            &[("extern", |options| options.object = ObjectMode::WithExtern)],
        ),
        "adds the enum of all constructors",
    ),
    entry(
        "functions",
        Takes::Word(&[
            ("encode", |options| options.decode_functions = false),
            ("both", |options| options.decode_functions = true),
        ]),
        "whether functions can be decoded",
    ),
    entry(
        "only",
        Takes::Names {
            of: "names of functions, constructors, types and namespaces",
            example: "only(users.getUsers, User, auth.*)",
            add: names::add_only,
        },
        "generates these and what they need",
    ),
    Entry {
        of_definition: Some("rename = \"Name\""),
        ..entry(
            "rename",
            Takes::Names {
                of: "names from the schema and Rust identifiers",
                example: "rename(\"a.b\" = \"Name\")",
                add: names::add_rename,
            },
            "names in Rust",
        )
    },
    entry(
        "extern",
        Takes::Path(|options, path, span| options.external = Some(External { path, span })),
        "the module that defines what this invocation does not",
    ),
    entry("crate", Takes::Path(|options, path, _| options.runtime = path), "where tl-runtime is"),
    entry(
        "enums",
        Takes::Word(&[
            ("several", |options| options.enums = Enums::Several),
            ("always", |options| options.enums = Enums::Always),
        ]),
        "whether types with one constructor are enums, too",
    ),
    entry(
        "box",
        Takes::Word(&[
            ("size", |options| options.boxing = Boxing::Size),
            ("always", |options| options.boxing = Boxing::Always),
            ("never", |options| options.boxing = Boxing::Never),
        ]),
        "which variants of enums are in a `Box`",
    ),
    entry(
        "docs",
        Takes::Word(&[("telegram", |options| options.docs = Some(Site::Telegram))]),
        "links to the pages of core.telegram.org",
    ),
    entry("default", switch(|options, on| options.default = on), "every type has a default"),
    entry(
        "try_from",
        switch(|options, on| options.try_from = on),
        "`TryFrom` of an enum for the structs of its variants",
    ),
    entry(
        "getters",
        switch(|options, on| options.getters = on),
        "methods of enums for the fields of their variants",
    ),
    entry(
        "setters",
        switch(|options, on| options.setters = on),
        "methods that set optional fields, and `new` with `Into`",
    ),
    entry(
        "inline",
        Takes::Switch { usual: true, set: |options, on| options.inline = on },
        "no `#[inline]` on generated methods",
    ),
    entry("layer", Takes::Number(|options, layer| options.layer = Some(layer)), "the constant `LAYER`"),
    entry("reflect", switch(|options, on| options.reflect = on), "tables of the schema at run time"),
    entry(
        "json",
        Takes::Word(&[
            ("plain", |options| options.tdlib_json = false),
            ("tdlib", |options| options.tdlib_json = true),
        ]),
        "the JSON of `reflect`",
    ),
];

impl Takes {
    pub(super) fn is_list(&self) -> bool {
        match self {
            Takes::Names { .. } => true,
            Takes::Switch { .. } | Takes::Word(_) | Takes::SwitchOrWord(..) => false,
            Takes::Path(_) | Takes::Number(_) => false,
        }
    }

    /// What the value is, for a message.
    pub(super) fn expected(&self) -> String {
        let switch = ["`true`".to_owned(), "`false`".to_owned()];
        let quoted =
            |words: &[Word]| -> Vec<String> { words.iter().map(|(word, _)| format!("\"{word}\"")).collect() };
        match self {
            Takes::Switch { .. } => one_of(&switch),
            Takes::Word(words) => one_of(&quoted(words)),
            Takes::SwitchOrWord(_, words) => one_of(&[switch.to_vec(), quoted(words)].concat()),
            Takes::Path(_) => "a path that starts at a crate: `crate::api` or `::api`".to_owned(),
            Takes::Number(_) => "a number".to_owned(),
            Takes::Names { of, example, .. } => format!("{of}: `{example}`"),
        }
    }
}

/// `a, b or c`
fn one_of(values: &[String]) -> String {
    match values {
        [front @ .., last] if !front.is_empty() => format!("{} or {last}", front.join(", ")),
        values => values.concat(),
    }
}

impl Entry {
    /// Its forms, as they are written.
    fn forms(&self) -> Vec<String> {
        let name = self.name;
        let words = |words: &[Word]| words.iter().map(|(word, _)| format!("{name} = \"{word}\"")).collect();
        match self.takes {
            Takes::Switch { usual: false, .. } => vec![name.to_owned()],
            Takes::Switch { usual: true, .. } => vec![format!("{name} = false")],
            Takes::Word(of) => words(of),
            Takes::SwitchOrWord(_, of) => [vec![name.to_owned()], words(of)].concat(),
            Takes::Path(_) => vec![format!("{name} = path")],
            Takes::Number(_) => vec![format!("{name} = N")],
            Takes::Names { example, .. } => vec![example.to_owned()],
        }
    }
}

/// The option of this name.
pub(crate) fn find(name: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.name == name)
}

/// All names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|entry| entry.name)
}

/// `` `ids = "telegram"`, `ids = "formal"`, … ``
pub(super) fn forms() -> String {
    let forms = TABLE.iter().flat_map(Entry::forms);
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

    use super::{TABLE, Takes};

    /// The two tables of the documentation have a row for each form.
    #[test]
    fn every_option_is_documented() {
        for file in ["../tl-runtime/src/macros.rs", "../tl-runtime/doc/options.md"] {
            let text = fs::read_to_string(file).expect("the documentation is there");
            let rows: Vec<&str> =
                text.lines().filter(|line| line.trim_start_matches("/// ").starts_with("| `")).collect();
            for entry in TABLE {
                for form in entry.forms() {
                    let value = form.split_once(" = ").map_or(&*form, |(_, value)| value);
                    let has_form = |row: &&str| {
                        let first =
                            row.trim_start_matches("/// ").trim_start_matches("| ").split(" |").next();
                        first.is_some_and(|cell| {
                            cell.contains(entry.name) && (cell.contains(value) || cell.contains(&form))
                        })
                    };
                    let is_example = matches!(entry.takes, Takes::Path(_) | Takes::Names { .. });
                    let has_name = |row: &&str| row.contains(&format!("| `{}", entry.name));
                    let found = rows.iter().any(|row| if is_example { has_name(row) } else { has_form(row) });
                    assert!(found, "{file} lacks a row for `{form}`");
                }
            }
        }
    }
}
