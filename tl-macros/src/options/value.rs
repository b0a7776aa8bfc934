//! The values of options.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitBool, LitInt, LitStr, Token};

use super::mistake::Mistake;
use super::{Borrow, ObjectMode};

/// `name = a::b`: the path is used from inside generated modules, so it has to start at a crate.
pub(super) fn path(name: &str, value: Option<&TokenStream>) -> Result<TokenStream, Mistake> {
    let bad = || bad_value(name, "a path that starts at a crate: `crate::api` or `::api`");
    let value = value.ok_or_else(bad)?;
    let is_path = |stream: ParseStream<'_>| {
        let mut colons: Option<Token![::]> = stream.parse()?;
        let first = stream.call(Ident::parse_any)?;
        while stream.peek(Token![::]) {
            colons = stream.parse()?;
            stream.call(Ident::parse_any)?;
        }
        let _ = colons;
        Ok(first != "self" && first != "super")
    };
    match is_path.parse2(value.clone()) {
        Ok(true) => Ok(value.clone()),
        _ => Err(bad()),
    }
}

/// `name = "word"`, one of a few words.
pub(super) fn choice<T: Copy, const N: usize>(
    name: &str,
    value: Option<&TokenStream>,
    words: [(&'static str, T); N],
) -> Result<T, Mistake> {
    let given = value.and_then(|value| syn::parse2::<LitStr>(value.clone()).ok()).map(|word| word.value());
    let found = words.iter().find(|(word, _)| Some(*word) == given.as_deref());
    found.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let list: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        bad_value(name, &list.join(" or "))
    })
}

/// `name`, `name = true` or `name = false`.
pub(super) fn switch(name: &str, value: Option<&TokenStream>) -> Result<bool, Mistake> {
    let Some(value) = value else { return Ok(true) };
    let value = syn::parse2::<LitBool>(value.clone()).map_err(|_| bad_value(name, "`true` or `false`"))?;
    Ok(value.value)
}

/// `borrow` or `borrow = "all"`, beside what a switch takes.
pub(super) fn borrow(name: &str, value: Option<&TokenStream>) -> Result<Borrow, Mistake> {
    match (switch(name, value), choice(name, value, [("all", Borrow::All)])) {
        (_, Ok(all)) => Ok(all),
        (Ok(true), _) => Ok(Borrow::Strings),
        (Ok(false), _) => Ok(Borrow::Nothing),
        (Err(_), Err(_)) => Err(bad_value(name, "`true`, `false` or \"all\"")),
    }
}

/// `object` or `object = "extern"`, beside what a switch takes.
pub(super) fn object(name: &str, value: Option<&TokenStream>) -> Result<ObjectMode, Mistake> {
    match (switch(name, value), choice(name, value, [("extern", ObjectMode::WithExtern)])) {
        (_, Ok(with)) => Ok(with),
        (Ok(true), _) => Ok(ObjectMode::Own),
        (Ok(false), _) => Ok(ObjectMode::Absent),
        (Err(_), Err(_)) => Err(bad_value(name, "`true`, `false` or \"extern\"")),
    }
}

/// `layer = 158`
pub(super) fn layer(name: &str, value: Option<&TokenStream>) -> Result<i32, Mistake> {
    let bad = || bad_value(name, "a number");
    let value = value.ok_or_else(bad)?;
    let number = syn::parse2::<LitInt>(value.to_token_stream()).map_err(|_| bad())?;
    number.base10_parse().map_err(|_| bad())
}

fn bad_value(name: &str, expected: &str) -> Mistake {
    Mistake::BadValue { name: name.to_owned(), expected: expected.to_owned() }
}
