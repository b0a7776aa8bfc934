//! `#[…]`: an attribute of Rust, or TL's `# [ t ]`, a number and that many `t`.

use proc_macro2::{Delimiter, Group, Span as RustSpan, TokenStream, TokenTree};

use crate::span::literal;

/// Attributes that are recognised everywhere. Before a declaration, every attribute is, because nothing in TL starts
/// with `#` there.
const KNOWN: [&str; 12] = [
    "allow",
    "cfg",
    "cfg_attr",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "must_use",
    "serde",
    "tl",
    "warn",
];

/// What follows a `#`.
pub(super) enum Attribute {
    /// `[doc = "text"]`: the text, and the literal's span.
    Doc(String, RustSpan),
    /// Other brackets.
    Outer(Group),
    /// `!` and brackets.
    Inner(Group),
}

/// Looks for an attribute in what follows a `#`.
pub(super) fn find(trees: &[TokenTree], at_declaration: bool) -> Option<Attribute> {
    match trees {
        [TokenTree::Group(group), ..] if is_bracket(group) => {
            if let Some((text, span)) = doc(group.stream()) {
                return Some(Attribute::Doc(text, span));
            }
            (at_declaration || is_known(group.stream())).then(|| Attribute::Outer(group.clone()))
        }
        // In TL, `!` precedes the type of a field, never a bracket.
        [TokenTree::Punct(punct), TokenTree::Group(group), ..]
            if punct.as_char() == '!' && is_bracket(group) =>
        {
            Some(Attribute::Inner(group.clone()))
        }
        _ => None,
    }
}

fn is_bracket(group: &Group) -> bool {
    group.delimiter() == Delimiter::Bracket
}

/// The text of `doc = "text"`.
fn doc(content: TokenStream) -> Option<(String, RustSpan)> {
    let mut trees = content.into_iter();
    if !matches!(trees.next()?, TokenTree::Ident(word) if word == "doc") {
        return None;
    }
    if !matches!(trees.next()?, TokenTree::Punct(equals) if equals.as_char() == '=') {
        return None;
    }
    let literal = string(trees.next()?)?;
    trees.next().is_none().then_some(literal)
}

/// A string literal, which a macro may have wrapped in invisible groups.
fn string(tree: TokenTree) -> Option<(String, RustSpan)> {
    match tree {
        TokenTree::Literal(literal) => {
            let text = literal::unescape(&literal.to_string())?;
            Some((text.value, literal.span()))
        }
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let mut trees = group.stream().into_iter();
            let inner = string(trees.next()?)?;
            trees.next().is_none().then_some(inner)
        }
        _ => None,
    }
}

/// A known attribute: its name, then `(…)`, `= …` or nothing.
fn is_known(content: TokenStream) -> bool {
    let mut trees = content.into_iter();
    let Some(TokenTree::Ident(name)) = trees.next() else { return false };
    let shape = match trees.next() {
        None => true,
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
        Some(TokenTree::Punct(punct)) => punct.as_char() == '=',
        Some(_) => false,
    };
    shape && KNOWN.iter().any(|known| name == known)
}
