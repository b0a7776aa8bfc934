//! Options that name parts of the schema: `rename("a.b" = "Name")`, `id_mismatch_ok("a.b")`, `only(auth.*, User)`.

use std::mem;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Token};

use super::mistake::Mistake;
use super::table::Word;
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

/// What such a list holds, and the mistakes in it.
pub(super) struct List<T> {
    pub(super) items: Vec<T>,
    pub(super) mistakes: Vec<(Span, Mistake)>,
}

impl<T> List<T> {
    /// Reads `name(…)` item by item.
    fn read(
        word: Word,
        value: Option<&TokenStream>,
        map: &mut SourceMap,
        item: impl Fn(TokenStream, Span) -> Option<T>,
    ) -> Result<List<T>, Mistake> {
        let bad = || Mistake::BadValue { name: word.name().into(), expected: word.expected_list().into() };
        let items = items(value).filter(|items| !items.is_empty()).ok_or_else(bad)?;
        let mut list = List { items: Vec::new(), mistakes: Vec::new() };
        for tokens in items {
            let span = map.tokens(tokens.clone());
            match item(tokens, span) {
                None => list.mistakes.push((span, bad())),
                Some(item) => list.items.push(item),
            }
        }
        Ok(list)
    }
}

/// The contents of the parentheses that are all of `value`.
fn items(value: Option<&TokenStream>) -> Option<Vec<TokenStream>> {
    let mut tokens = value?.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) => Some(split_at_commas(group.stream())),
        _ => None,
    }
}

/// `rename("a.b" = "Name", …)`
pub(super) fn renames(value: Option<&TokenStream>, map: &mut SourceMap) -> Result<List<Rename>, Mistake> {
    List::read(Word::Rename, value, map, |tokens, span| {
        let parser = |stream: ParseStream<'_>| {
            let name: LitStr = stream.parse()?;
            stream.parse::<Token![=]>()?;
            let ident: LitStr = stream.parse()?;
            Ok((name.value(), ident.value()))
        };
        let (name, ident) = parser.parse2(tokens).ok()?;
        syn::parse_str::<Ident>(&ident).ok()?;
        Some(Rename { of: Mention { name, span }, ident })
    })
}

/// `id_mismatch_ok("a.b", …)`
pub(super) fn excuses(value: Option<&TokenStream>, map: &mut SourceMap) -> Result<List<Mention>, Mistake> {
    List::read(Word::IdMismatchOk, value, map, |tokens, span| {
        let name = syn::parse2::<LitStr>(tokens).ok()?.value();
        Some(Mention { name, span })
    })
}

/// `only(messages.sendMessage, Updates, auth.*)`; a name may be a string, too.
pub(super) fn only(value: Option<&TokenStream>, map: &mut SourceMap) -> Result<List<Mention>, Mistake> {
    List::read(Word::Only, value, map, |tokens, span| {
        let name = match syn::parse2::<LitStr>(tokens.clone()) {
            Ok(text) => text.value(),
            Err(_) => tokens.into_iter().map(|token| token.to_string()).collect(),
        };
        let is_part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        let is_name = name.strip_suffix(".*").unwrap_or(&name).split('.').all(is_part);
        is_name.then_some(Mention { name, span })
    })
}

/// Takes out what the lists of one option name without need: a name twice, a name in a namespace that is named, too.
pub(super) fn take_needless<T>(
    word: Word,
    items: &mut Vec<T>,
    mention: fn(&T) -> &Mention,
) -> Vec<(Span, Mistake)> {
    let named: Vec<&Mention> = items.iter().map(mention).collect();
    let mistake = |(index, item): (usize, &&Mention)| {
        let twice = named[..index].iter().any(|earlier| earlier.name == item.name);
        match twice {
            true => Some(Mistake::NamedTwice { name: item.name.clone(), option: word.name() }),
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
