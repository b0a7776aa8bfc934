//! How much a value takes, at a glance: what a fresh buffer starts with.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::{Item, ident};
use crate::codegen::wire::{self, number};
use crate::model::{Field, Struct};
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// ```text
/// fn bare_size_hint(&self) -> usize { 16 + Serializable::size_hint(&self.body) }
/// ```
///
/// Only where a field can be of any length and is always there: what is small fits in any buffer.
pub(super) fn method(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let long: Vec<(&Field, usize)> =
        structure.fields.iter().filter_map(|field| Some((field, least_of_long(field)?))).collect();
    if long.is_empty() {
        return None;
    }
    let least: usize = long.iter().map(|(_, least)| least).sum();
    let others = number(structure.least - least);
    let long = long.iter().map(|(field, _)| of_field(item, field));
    let inline = item.inline();
    Some(quote! {
        #inline
        fn bare_size_hint(&self) -> ::core::primitive::usize {
            #others #(+ #long)*
        }
    })
}

/// The fewest bytes of a field, if it can be of any length and is always there.
fn least_of_long(field: &Field) -> Option<usize> {
    match field.ty {
        _ if field.condition.is_some() => None,
        Type::Builtin(Builtin::Bytes) | Type::Vector { boxed: false, .. } => Some(4),
        Type::Vector { boxed: true, .. } => Some(8),
        Type::Raw | Type::Parameter(_) => Some(0),
        _ => None,
    }
}

fn of_field(item: &Item<'_>, field: &Field) -> TokenStream {
    let (tl, name) = (item.runtime(), ident(&field.ident));
    match wire::of_field(item, field) {
        None => quote!(#tl::Serializable::size_hint(&self.#name)),
        Some(wire) => quote!(<#wire as #tl::wire::Encode<_>>::size_hint(&self.#name)),
    }
}
