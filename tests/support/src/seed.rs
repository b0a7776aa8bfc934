//! The schema that most tests use: the lines of three pages of Telegram's documentation, in `tests/support/seed`.
//!
//! - `invites.tl`: <https://core.telegram.org/api/invites>;
//! - `updates.tl`: <https://core.telegram.org/method/phone.inviteToGroupCall>;
//! - `auth.tl`: <https://core.telegram.org/method/auth.sendInvites> and
//!   [`auth.sendCall`](https://core.telegram.org/method/auth.sendCall), whose pages give no ids;
//! - `base.tl`: the types that they use and do not define; `generic.tl`: a function that takes another.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::locate;

/// The pages, each with the number of its lines.
pub const PAGES: [(&str, usize); 3] = [("invites", 35), ("updates", 8), ("auth", 2)];

/// The text of one of the files.
pub fn text(name: &str) -> String {
    locate::text(&folder().join(name).with_extension("tl"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seed")
}

/// The combinators of a schema file of which each line is one.
pub fn combinators(text: &str) -> Vec<&str> {
    let is_other = |line: &&str| line.is_empty() || line.starts_with("//") || line.starts_with("---");
    text.lines().map(str::trim).filter(|line| !is_other(line)).collect()
}

/// For build scripts: writes the pages' lines as `tl!` invocations, which take other types from `crate::base`.
///
/// `spaced.rs` has tokens with a space before each id, `verbatim.rs` tokens as the pages have them (for edition 2018),
/// `text.rs` a string literal.
///
/// # Panics
///
/// If the files cannot be written.
pub fn write_spellings() {
    println!("cargo::rerun-if-changed={}", folder().display());
    let pages: Vec<String> = PAGES.iter().map(|(page, _)| text(page)).collect();
    let tokens = |spell: fn(&str) -> String| {
        let section = |line: &str| if line.starts_with("//") { String::new() } else { spell(line) + "\n" };
        pages
            .iter()
            .map(|page| format!("---types---\n{}", page.lines().map(section).collect::<String>()))
            .collect()
    };
    let verbatim = |line: &str| if lexes(line) { line.to_owned() } else { spaced(line) };
    let literal = |page: &String| format!("r#\"\n---types---\n{page}\"#\n");
    write("spaced", tokens(spaced));
    write("verbatim", tokens(verbatim));
    write("text", pages.iter().map(literal).collect());
}

fn write(spelling: &str, lines: String) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    let code = format!("tl_runtime::tl! {{\n#![tl(extern = crate::base)]\n{lines}}}\n");
    fs::write(out.join(spelling).with_extension("rs"), code).expect("the folder can be written to");
}

/// `name #id`, and `name #0xid` where rustc rejects the id.
fn spaced(line: &str) -> String {
    match line.split_once('#') {
        Some((name, rest)) if !name.contains(' ') => {
            format!("{name} #{}{rest}", if lexes(line) { "" } else { "0x" })
        }
        _ => line.to_owned(),
    }
}

/// Whether Rust's lexer takes the id: digits, `e` and then no digit are a number with an exponent that is none.
fn lexes(line: &str) -> bool {
    let (name, id) = line.split_once('#').unwrap_or_default();
    let rest = id.trim_start_matches(|char: char| char.is_ascii_digit());
    let is_number = !name.contains(' ') && rest.len() < id.len();
    !(is_number
        && rest.strip_prefix('e').is_some_and(|rest| !rest.starts_with(|char: char| char.is_ascii_digit())))
}
