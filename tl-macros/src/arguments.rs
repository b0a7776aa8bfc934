//! The contents of the parentheses of an attribute: `derive(Eq, Hash)`, `tl(verify_ids, layer = 230)`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Token;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::token::Paren;

/// The items of a list; an empty one after the last comma does not count.
pub(crate) fn split_at_commas(list: TokenStream) -> Vec<TokenStream> {
    let mut items = vec![TokenStream::new()];
    for token in list {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => items.push(TokenStream::new()),
            _ => items.last_mut().expect("starts with one item").extend([token]),
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

/// `name`, `name = value` or `name(list)`, whose value is the list in its parentheses.
pub(crate) fn name_and_value(option: TokenStream) -> syn::Result<(Ident, Option<TokenStream>)> {
    let parser = |stream: ParseStream<'_>| {
        let name = stream.call(Ident::parse_any)?;
        let value = match stream.parse::<Option<Token![=]>>()? {
            Some(_) => Some(stream.parse::<TokenStream>()?),
            None if stream.peek(Paren) => Some(stream.parse::<Group>()?.into_token_stream()),
            None => None,
        };
        Ok((name, value))
    };
    parser.parse2(option)
}
