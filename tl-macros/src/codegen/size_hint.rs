//! How much a value takes, at a glance: what a fresh buffer starts with.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::{Item, ident};
use crate::codegen::pieces::number;
use crate::codegen::{form, object};
use crate::model::{BoxedType, Field, Struct, Variant};
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// ```text
/// fn bare_size_hint(&self) -> usize { 16 + Serializable::size_hint(&self.body) }
/// ```
///
/// Only where a field can be of any length and is always there: what is small fits in any buffer.
pub(super) fn of_structure(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let long = long_fields(structure);
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

/// ```text
/// fn size_hint(&self) -> usize {
///     match *self {
///         Self::File(ref value) => Serializable::size_hint(value),
///         _ => 0,
///     }
/// }
/// ```
pub(super) fn of_type(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> Option<TokenStream> {
    let is_long = |variant: &&Variant| !long_fields(&item.model.structs[variant.constructor]).is_empty();
    let long: Vec<&Variant> = variants.iter().filter(is_long).collect();
    // What is in an `Object` is small or nested: a glance does not go through thousands of arms.
    if long.is_empty() || ty.is_object {
        return None;
    }
    let tl = item.runtime();
    let arms = long.iter().map(|variant| {
        let cfgs = &item.model.structs[variant.constructor].cfgs;
        let name = ident(&variant.ident);
        let value = if variant.boxed { quote!(&**value) } else { quote!(value) };
        quote!(#(#[#cfgs])* Self::#name(ref value) => #tl::Serializable::size_hint(#value),)
    });
    let (other, inline) = (object::other(), item.inline());
    Some(quote! {
        #inline
        fn size_hint(&self) -> ::core::primitive::usize {
            match *self { #(#arms)* #other => 0, }
        }
    })
}

/// The fields that can be of any length, with their fewest bytes. None of a recursive type: no hint follows a value down
/// all its levels, of which only the writer knows the limit. Functions in functions are as deep as their Rust type.
fn long_fields(structure: &Struct) -> Vec<(&Field, usize)> {
    if structure.recursive && structure.parameters.is_empty() {
        return Vec::new();
    }
    structure.fields.iter().filter_map(|field| Some((field, least_of_long(field)?))).collect()
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
    match form::of_field(item, field) {
        None => quote!(#tl::Serializable::size_hint(&self.#name)),
        Some(form) => quote!(#tl::private::EncodeAs::size_hint(#form, &self.#name)),
    }
}
