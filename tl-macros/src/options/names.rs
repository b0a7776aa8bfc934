//! Options that name parts of the schema: `rename("a.b" = "Name")`, `id_mismatch_ok("a.b")`, `only(auth.*, User)`.

use std::mem;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Token};

use super::Options;
use super::mistake::Mistake;
use crate::arguments::split_at_commas;
use crate::span::{SourceMap, Span};

/// A name of the schema, where an option has it.
pub(crate) struct Mention {
    pub(crate) name: String,
    pub(crate) span: Span,
}

/// `"a.b" = "Name"`
pub(crate) struct Rename {
    pub(crate) of: Mention,
    pub(crate) ident: String,
}

/// One of such a list.
pub(super) struct Item {
    tokens: TokenStream,
    pub(super) span: Span,
}

/// The items in the parentheses that are all of `value`; `None` if there are none.
pub(super) fn items(value: Option<&TokenStream>, map: &mut SourceMap) -> Option<Vec<Item>> {
    let mut tokens = value?.clone().into_iter();
    let (Some(TokenTree::Group(list)), None) = (tokens.next(), tokens.next()) else { return None };
    let item = |tokens: TokenStream| Item { span: map.tokens(tokens.clone()), tokens };
    let items: Vec<Item> = split_at_commas(list.stream()).into_iter().map(item).collect();
    (!items.is_empty()).then_some(items)
}

/// `"a.b" = "Name"`
pub(super) fn add_rename(options: &mut Options, item: &Item) -> bool {
    let parser = |stream: ParseStream<'_>| {
        let name: LitStr = stream.parse()?;
        stream.parse::<Token![=]>()?;
        let ident: LitStr = stream.parse()?;
        ident.parse::<Ident>()?;
        Ok((name.value(), ident.value()))
    };
    let rename = parser.parse2(item.tokens.clone()).ok();
    let rename = rename.map(|(name, ident)| Rename { of: Mention { name, span: item.span }, ident });
    let is_one = rename.is_some();
    options.renames.extend(rename);
    is_one
}

/// `"a.b"`
pub(super) fn add_excuse(options: &mut Options, item: &Item) -> bool {
    let name = syn::parse2::<LitStr>(item.tokens.clone()).ok();
    let is_one = name.is_some();
    options.excuses.extend(name.map(|name| Mention { name: name.value(), span: item.span }));
    is_one
}

/// `messages.sendMessage`, `Updates`, `auth.*`; a name may be a string, too.
pub(super) fn add_only(options: &mut Options, item: &Item) -> bool {
    let tokens = item.tokens.clone();
    let name = match syn::parse2::<LitStr>(tokens.clone()) {
        Ok(text) => text.value(),
        Err(_) => tokens.into_iter().map(|token| token.to_string()).collect(),
    };
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let is_name = name.strip_suffix(".*").unwrap_or(&name).split('.').all(is_part);
    let only = options.only.get_or_insert_default();
    only.extend(is_name.then_some(Mention { name, span: item.span }));
    is_name
}

/// Takes out what the lists of one option name without need: a name twice, a name in a namespace that is named, too.
pub(super) fn take_needless<T>(
    option: &'static str,
    items: &mut Vec<T>,
    mention: fn(&T) -> &Mention,
) -> Vec<(Span, Mistake)> {
    let named: Vec<&Mention> = items.iter().map(mention).collect();
    let mistake = |(index, item): (usize, &&Mention)| {
        let twice = named[..index].iter().any(|earlier| earlier.name == item.name);
        match twice {
            true => Some(Mistake::NamedTwice { name: item.name.clone(), option }),
            false => in_namespace(item, &named),
        }
    };
    let found: Vec<Option<Mistake>> = named.iter().enumerate().map(mistake).collect();
    let (needless, needed): (Vec<_>, Vec<_>) =
        mem::take(items).into_iter().zip(found).partition(|(_, mistake)| mistake.is_some());
    items.extend(needed.into_iter().map(|(item, _)| item));
    needless.into_iter().filter_map(|(item, mistake)| Some((mention(&item).span, mistake?))).collect()
}

/// Whether a namespace among `others` includes this name.
fn in_namespace(item: &Mention, others: &[&Mention]) -> Option<Mistake> {
    let includes = |other: &&&Mention| {
        let namespace = other.name.strip_suffix('*');
        other.name != item.name && namespace.is_some_and(|namespace| item.name.starts_with(namespace))
    };
    let namespace = others.iter().find(includes)?.name.clone();
    Some(Mistake::NamedInNamespace { name: item.name.clone(), namespace })
}
