//! The names that the contract gives to what is generated (section 6 of the design), worked out once more.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// `messages.exportChatInvite` below `functions` is `functions::messages::ExportChatInvite`.
pub fn path(root: &str, name: &str) -> String {
    let mut parts: Vec<String> = name.split('.').map(ToSnakeCase::to_snake_case).map(keyword).collect();
    parts.pop();
    parts.insert(0, root.to_owned());
    parts.push(ident(name));
    parts.join("::")
}

/// The last part of a name in UpperCamelCase.
pub fn ident(name: &str) -> String {
    keyword(name.rsplit('.').next().unwrap_or(name).to_upper_camel_case())
}

/// A name with its namespaces as one identifier: `messages.chatFull` is `MessagesChatFull`.
pub fn flat(name: &str) -> String {
    keyword(name.replace('.', "_").to_upper_camel_case())
}

/// A field keeps its name.
pub fn field(name: &str) -> String {
    keyword(name.to_owned())
}

/// The variants of a boxed type, by the names of its constructors.
pub fn variants(ty: &str, constructors: &[&str]) -> Vec<String> {
    let short: Vec<String> = constructors.iter().map(|name| variant(&ident(ty), ident(name))).collect();
    let is_unique = |name: &String| short.iter().filter(|other| *other == name).count() == 1;
    let named = short.iter().zip(constructors).map(|(short, name)| match name.rsplit_once('.') {
        Some((namespaces, _)) if !is_unique(short) => {
            format!("{}{short}", flat(namespaces))
        }
        _ => short.clone(),
    });
    named.collect()
}

/// Drops the type's name where it is a prefix and an identifier in UpperCamelCase is left.
fn variant(ty: &str, constructor: String) -> String {
    match constructor.strip_prefix(ty) {
        Some(rest) if rest != "Self" && rest.starts_with(|first: char| first.is_uppercase()) => {
            rest.to_owned()
        }
        _ => constructor,
    }
}

fn keyword(word: String) -> String {
    match word.as_str() {
        "self" | "Self" | "super" | "crate" => word + "_",
        _ if KEYWORDS.contains(&word.as_str()) => format!("r#{word}"),
        _ => word,
    }
}

const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// A name as `grammers-tl-gen` makes it: <https://docs.rs/grammers-tl-gen/0.11.0>, `rustifier.rs`; `tdlib-rs-gen`
/// does the same.
pub fn grammers(root: &str, name: &str) -> String {
    let mut parts: Vec<&str> = name.split('.').collect();
    let last = parts.pop().unwrap_or_default();
    let mut ident = String::new();
    let mut starts_word = true;
    let mut may_stay_upper = false;
    for char in last.chars() {
        if char == '_' {
            (starts_word, may_stay_upper) = (true, false);
            continue;
        }
        ident.push(match (starts_word, may_stay_upper) {
            (true, _) => char.to_ascii_uppercase(),
            (false, true) => char,
            (false, false) => char.to_ascii_lowercase(),
        });
        // What follows an upper-case letter is put in lower case.
        may_stay_upper = !starts_word && !char.is_ascii_uppercase();
        starts_word = false;
    }
    [&[root], &parts[..], &[&ident]].concat().join("::")
}
