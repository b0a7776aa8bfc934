//! The values of options. `None` if a value is of another kind.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitBool, LitInt, LitStr, Token};

use super::Options;
use super::table::Word;

/// `name = a::b`: the path is used from inside generated modules, so it has to start at a crate.
pub(super) fn path(value: Option<&TokenStream>) -> Option<TokenStream> {
    let starts_at_crate = |stream: ParseStream<'_>| {
        stream.parse::<Option<Token![::]>>()?;
        let first = stream.call(Ident::parse_any)?;
        while stream.parse::<Option<Token![::]>>()?.is_some() {
            stream.call(Ident::parse_any)?;
        }
        Ok(first != "self" && first != "super")
    };
    value.filter(|value| starts_at_crate.parse2((*value).clone()).unwrap_or(false)).cloned()
}

/// What one of a few words sets.
pub(super) fn word(value: Option<&TokenStream>, words: &[Word]) -> Option<fn(&mut Options)> {
    let given = syn::parse2::<LitStr>(value?.clone()).ok()?.value();
    words.iter().find(|(word, _)| *word == given).map(|(_, set)| *set)
}

/// `name`, `name = true` or `name = false`.
pub(super) fn switch(value: Option<&TokenStream>) -> Option<bool> {
    match value {
        Some(value) => syn::parse2::<LitBool>(value.clone()).ok().map(|value| value.value),
        None => Some(true),
    }
}

/// `name = 158`
pub(super) fn number(value: Option<&TokenStream>) -> Option<i32> {
    syn::parse2::<LitInt>(value?.clone()).ok()?.base10_parse().ok()
}
