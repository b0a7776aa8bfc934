//! The attributes of one definition: `#[cfg(…)]`, `#[derive(…)]`, `#[deprecated…]`, `#[doc…]`, `#[tl(…)]`.

use std::fmt;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Ident, LitStr};

use crate::arguments::{name_and_value, split_at_commas};
use crate::diag::Diagnostics;
use crate::options::table;
use crate::span::Span;

/// What the attributes of a definition say.
#[derive(Default)]
pub(crate) struct Attributes {
    /// `cfg(…)`: goes above everything that is generated from the definition.
    pub(crate) cfgs: Vec<TokenStream>,
    /// `#[derive(…)]`, `#[deprecated…]`, `#[doc…]`: go above the struct.
    pub(crate) on_struct: Vec<TokenStream>,
    /// `#[derive(…)]`: in addition to the invocation's derives.
    pub(crate) derives: Vec<TokenStream>,
    /// `#[tl(rename = "…")]`.
    pub(crate) rename: Option<(String, Span)>,
    /// `#[tl(id_mismatch_ok)]`.
    pub(crate) id_mismatch_ok: Option<Span>,
}

/// Reads the attributes of one definition: indices into the lexer's list, with their places.
pub(crate) fn read(
    attributes: &[(usize, Span)],
    list: &[TokenStream],
    diagnostics: &mut Diagnostics,
) -> Attributes {
    let mut read = Attributes::default();
    for &(index, span) in attributes {
        read_one(&list[index], span, &mut read, diagnostics);
    }
    read
}

fn read_one(content: &TokenStream, span: Span, into: &mut Attributes, diagnostics: &mut Diagnostics) {
    let mut tokens = content.clone().into_iter();
    let name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
    let list = match tokens.next() {
        Some(TokenTree::Group(group)) => Some(group.stream()),
        _ => None,
    };
    match (name.as_str(), list) {
        ("cfg", Some(_)) => into.cfgs.push(content.clone()),
        ("deprecated" | "doc", _) => into.on_struct.push(content.clone()),
        ("derive", Some(list)) => into.derives.extend(split_at_commas(list)),
        ("tl", Some(list)) => {
            for option in split_at_commas(list) {
                read_option(option, span, into, diagnostics);
            }
        }
        _ => diagnostics.report(span, Mistake::Unknown { name }),
    }
}

/// One item of `#[tl(…)]`.
fn read_option(option: TokenStream, span: Span, into: &mut Attributes, diagnostics: &mut Diagnostics) {
    let words = option.to_string();
    let Ok((name, value)) = name_and_value(option) else {
        return diagnostics.report(span, Mistake::UnknownOption { name: words });
    };
    match name.to_string().as_str() {
        "rename" if into.rename.is_some() => diagnostics.report(span, Mistake::GivenTwice("rename")),
        "rename" => match value.and_then(identifier) {
            Some(name) => into.rename = Some((name, span)),
            None => diagnostics.report(span, Mistake::BadRename),
        },
        "id_mismatch_ok" if value.is_some() => diagnostics.report(span, Mistake::ValueOfExcuse),
        "id_mismatch_ok" if into.id_mismatch_ok.is_some() => {
            diagnostics.report(span, Mistake::GivenTwice("id_mismatch_ok"));
        }
        "id_mismatch_ok" => into.id_mismatch_ok = Some(span),
        name if table::find(name).is_some() => {
            diagnostics.report(span, Mistake::OfInvocation { option: words });
        }
        name => diagnostics.report(span, Mistake::UnknownOption { name: name.to_owned() }),
    }
}

/// The Rust identifier in a string literal.
fn identifier(value: TokenStream) -> Option<String> {
    let name = syn::parse2::<LitStr>(value).ok()?.value();
    syn::parse_str::<Ident>(&name).is_ok().then_some(name)
}

/// What can be wrong with the attributes of a definition.
enum Mistake {
    Unknown { name: String },
    UnknownOption { name: String },
    OfInvocation { option: String },
    GivenTwice(&'static str),
    BadRename,
    ValueOfExcuse,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Unknown { name } => write!(
                f,
                "unknown attribute `{name}`\n\
                 help: a definition can have `#[cfg(…)]`, `#[derive(…)]`, `#[deprecated]`, `#[doc = \"…\"]` and `#[tl(…)]`",
            ),
            Mistake::UnknownOption { name } => write!(
                f,
                "unknown option `{name}`\nhelp: the options of a definition are {}",
                table::forms_of_definition(),
            ),
            Mistake::OfInvocation { option } => write!(
                f,
                "`{option}` is an option of the whole invocation\n\
                 help: write `#![tl({option})]`, with `!`, before the first line",
            ),
            Mistake::GivenTwice(name) => {
                write!(f, "`{name}` is given twice\nhelp: remove one of the two")
            }
            Mistake::BadRename => {
                f.write_str("`rename` takes a Rust identifier\nhelp: write it as `#[tl(rename = \"Name\")]`")
            }
            Mistake::ValueOfExcuse => f.write_str("`id_mismatch_ok` takes no value\nhelp: remove it"),
        }
    }
}
