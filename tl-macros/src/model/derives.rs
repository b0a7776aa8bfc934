//! Which traits a generated type derives.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// The paths to derive on a type: what every type has, then what is asked for, each trait once.
pub(super) fn derives<'d>(
    asked: impl Iterator<Item = &'d TokenStream>,
    has_default: bool,
    is_inexact: bool,
) -> Vec<TokenStream> {
    let mut derives = usual().to_vec();
    if has_default {
        derives.push(quote!(::core::default::Default));
    }
    for path in asked {
        let name = last_name(path);
        let is_given = derives.iter().any(|given| last_name(given) == name);
        // `Default` stands for what every type has where it can have it, like the other three.
        if !is_given && name != "Default" && !(is_inexact && needs_exact_equality(&name)) {
            derives.push(path.clone());
        }
    }
    derives
}

/// What every type has.
fn usual() -> [TokenStream; 3] {
    [quote!(::core::fmt::Debug), quote!(::core::clone::Clone), quote!(::core::cmp::PartialEq)]
}

/// Whether this is one of the traits that every type has.
pub(super) fn is_usual(path: &TokenStream) -> bool {
    usual().iter().any(|usual| last_name(usual) == last_name(path))
}

/// Whether this is `Debug`.
pub(super) fn is_debug(path: &TokenStream) -> bool {
    last_name(path) == "Debug"
}

/// Whether this is `Default`.
pub(super) fn is_default(path: &TokenStream) -> bool {
    last_name(path) == "Default"
}

/// A type with a floating-point number inside cannot have these.
fn needs_exact_equality(name: &str) -> bool {
    matches!(name, "Eq" | "Hash" | "Ord")
}

fn last_name(path: &TokenStream) -> String {
    match path.clone().into_iter().last() {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => String::new(),
    }
}
