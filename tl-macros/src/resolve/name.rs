//! TL names to Rust names.

use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};

/// The path of an item: modules below `types`, `enums` or `functions`, and its identifier.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct RustPath {
    pub(crate) modules: Vec<String>,
    pub(crate) ident: String,
}

impl RustPath {
    /// `messages.exportChatInvite` is `messages::ExportChatInvite`. `rename` replaces the identifier.
    pub(crate) fn new(name: &str, rename: Option<&str>) -> RustPath {
        let mut parts: Vec<&str> = name.split('.').collect();
        let last = parts.pop().unwrap_or_default();
        RustPath {
            modules: parts.iter().map(|part| escape(part.to_snake_case())).collect(),
            ident: rename.map_or_else(|| camel(last), str::to_owned),
        }
    }
}

impl fmt::Display for RustPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.modules.iter().try_for_each(|module| write!(f, "{module}::"))?;
        f.write_str(&self.ident)
    }
}

/// The identifier of a field: as in the schema, raw where it is a keyword.
pub(crate) fn field(name: &str) -> String {
    escape(name.to_owned())
}

/// A method for a field of this identifier; `reserved` are methods that are there already, `fields` all identifiers.
pub(crate) fn method(ident: &str, reserved: &[&str], fields: impl Fn(&str) -> bool) -> String {
    let mut name = ident.to_owned();
    while reserved.contains(&name.as_str()) || (name != ident && fields(&name)) {
        name.push('_');
    }
    name
}

/// The identifier of a type parameter.
pub(crate) fn parameter(name: &str) -> String {
    camel(name)
}

/// A name with its namespaces as one identifier: `messages.chatFull` is `MessagesChatFull`.
pub(crate) fn flat(name: &str) -> String {
    camel(&name.replace('.', "_"))
}

/// The same with `_` between its parts, the last of which is `ident` in Rust: `Messages_ChatFull`.
pub(crate) fn parted(name: &str, ident: &str) -> String {
    let namespaces = name.rsplit_once('.').map_or("", |(namespaces, _)| namespaces).split('.');
    let parts = namespaces.filter(|part| !part.is_empty()).map(camel).chain([ident.to_owned()]);
    parts.collect::<Vec<String>>().join("_")
}

/// The variants of an enum: for each constructor, its name and the identifier of its struct.
///
/// The type's name is dropped where it is a prefix and an identifier is left. Variants that would collide take
/// their namespace along.
pub(crate) fn variants(type_ident: &str, constructors: &[(&str, &str)]) -> Vec<String> {
    let short: Vec<&str> = constructors.iter().map(|(_, ident)| without_prefix(ident, type_ident)).collect();
    let is_unique = |name: &str| short.iter().filter(|other| **other == name).count() == 1;
    let named = short.iter().zip(constructors).map(|(name, (tl_name, _))| match tl_name.rsplit_once('.') {
        Some((namespaces, _)) if !is_unique(name) => flat(namespaces) + name,
        _ => (*name).to_owned(),
    });
    named.collect()
}

fn without_prefix<'n>(ident: &'n str, prefix: &str) -> &'n str {
    match ident.strip_prefix(prefix) {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_uppercase()) && rest != "Self" => rest,
        _ => ident,
    }
}

fn camel(name: &str) -> String {
    escape(name.to_upper_camel_case())
}

/// Makes a word a Rust identifier: keywords become raw; those that cannot be raw get a `_`.
fn escape(word: String) -> String {
    match word.as_str() {
        // Of `_4` only the number is left, and of `_` nothing.
        "" => "__".to_owned(),
        number if number.starts_with(|first: char| first.is_ascii_digit()) => format!("_{number}"),
        "self" | "Self" | "super" | "crate" | "_" => word + "_",
        keyword if KEYWORDS.contains(&keyword) => format!("r#{word}"),
        _ => word,
    }
}

/// Keywords of every edition, and words reserved for later ones.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::{RustPath, field, variants};

    fn path(name: &str) -> String {
        RustPath::new(name, None).to_string()
    }

    #[test]
    fn names_of_items() {
        assert_eq!(path("resPQ"), "ResPq");
        assert_eq!(path("p_q_inner_data_dc"), "PQInnerDataDc");
        assert_eq!(path("messages.exportChatInvite"), "messages::ExportChatInvite");
        assert_eq!(path("e2e.chain.groupState"), "e2e::chain::GroupState");
        assert_eq!(path("tonNode.blockIdExt"), "ton_node::BlockIdExt");
        assert_eq!(path("type.self.foo"), "r#type::self_::Foo");
        assert_eq!(path("self"), "Self_");
    }

    #[test]
    fn names_of_fields() {
        assert_eq!(field("type"), "r#type");
        assert_eq!(field("self"), "self_");
        assert_eq!(field("alice_PK"), "alice_PK");
    }

    #[test]
    fn names_of_methods() {
        let fields = ["new", "new_", "r#type"];
        let method = |ident| super::method(ident, &["new"], |name| fields.contains(&name));
        assert_eq!(fields.map(method), ["new__", "new_", "r#type"]);
    }

    #[test]
    fn names_of_variants() {
        let peers = [
            ("inputPeerEmpty", "InputPeerEmpty"),
            ("inputPeerSelf", "InputPeerSelf"),
            ("inputPeer", "InputPeer"),
            ("inputPeer8", "InputPeer8"),
            ("inputPeers", "InputPeers"),
        ];
        let expected = ["Empty", "InputPeerSelf", "InputPeer", "InputPeer8", "InputPeers"];
        assert_eq!(variants("InputPeer", &peers), expected);
        let clash = [("a.foo", "Foo"), ("b.foo", "Foo"), ("bar", "Bar")];
        assert_eq!(variants("Type", &clash), ["AFoo", "BFoo", "Bar"]);
    }
}
