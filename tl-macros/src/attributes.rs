//! The attributes of one definition: `#[cfg(…)]`, `#[derive(…)]`, `#[deprecated…]`, `#[doc…]`, `#[tl(…)]`.

use std::fmt;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Token};

use crate::diag::Diagnostics;
use crate::options::split_at_commas;
use crate::span::Span;

/// What the attributes of a definition say.
#[derive(Default)]
pub(crate) struct Attributes {
    /// `cfg(…)`: stands before everything that is generated of the definition.
    pub(crate) cfgs: Vec<TokenStream>,
    /// `#[derive(…)]`, `#[deprecated…]`, `#[doc…]`: stand before the struct.
    pub(crate) on_struct: Vec<TokenStream>,
    /// `#[derive(…)]`: what is asked for beside the invocation's derives.
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
    let name = match tokens.next() {
        Some(TokenTree::Ident(name)) => name.to_string(),
        _ => return diagnostics.report(span, Mistake::Unknown),
    };
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
        _ => diagnostics.report(span, Mistake::Unknown),
    }
}

/// One item of `#[tl(…)]`.
fn read_option(option: TokenStream, span: Span, into: &mut Attributes, diagnostics: &mut Diagnostics) {
    let parser = |stream: ParseStream<'_>| {
        let name: Ident = stream.parse()?;
        let value = match stream.parse::<Option<Token![=]>>()? {
            Some(_) => Some(stream.parse::<LitStr>()?.value()),
            None => None,
        };
        Ok((name.to_string(), value))
    };
    let parsed = parser.parse2(option);
    match parsed.as_ref().map(|(name, value)| (name.as_str(), value)) {
        Ok(("rename", Some(_))) if into.rename.is_some() => {
            diagnostics.report(span, Mistake::GivenTwice("rename"))
        }
        Ok(("rename", Some(name))) if is_identifier(name) => into.rename = Some((name.clone(), span)),
        Ok(("rename", _)) => diagnostics.report(span, Mistake::BadRename),
        Ok(("id_mismatch_ok", None)) if into.id_mismatch_ok.is_some() => {
            diagnostics.report(span, Mistake::GivenTwice("id_mismatch_ok"));
        }
        Ok(("id_mismatch_ok", None)) => into.id_mismatch_ok = Some(span),
        _ => diagnostics.report(span, Mistake::UnknownOption),
    }
}

fn is_identifier(name: &str) -> bool {
    syn::parse_str::<Ident>(name).is_ok()
}

/// What can be wrong with the attributes of a definition.
enum Mistake {
    Unknown,
    UnknownOption,
    GivenTwice(&'static str),
    BadRename,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Unknown => f.write_str(
                "unknown attribute of a definition\n\
                 help: `#[cfg(…)]`, `#[derive(…)]`, `#[deprecated]`, `#[doc = \"…\"]` and `#[tl(…)]` exist",
            ),
            Mistake::UnknownOption => f.write_str(
                "unknown option of a definition\n\
                 help: `#[tl(rename = \"Name\")]` and `#[tl(id_mismatch_ok)]` exist",
            ),
            Mistake::GivenTwice(name) => write!(f, "`{name}` is given twice"),
            Mistake::BadRename => {
                f.write_str("`rename` takes a Rust identifier\nhelp: `#[tl(rename = \"Name\")]`")
            }
        }
    }
}
