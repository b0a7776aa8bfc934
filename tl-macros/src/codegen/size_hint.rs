//! A cheap lower bound on the encoded length, which is the size of a fresh buffer.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::form::Numbers;
use crate::codegen::item::{Item, ident, member};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::number;
use crate::codegen::{form, object};
use crate::model::{BoxedType, Field, Struct, Variant};

/// ```text
/// fn hint(&self) -> usize { 16 + Serializable::size_hint(&self.body) }
/// ```
pub(super) fn of_structure(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let hint = structure.hint.as_ref()?;
    let Paths { usize, .. } = item.paths;
    let others = number(hint.others);
    let long = hint.long.iter().map(|&field| of_field(item, &structure.fields[field]));
    let inline = item.inline();
    Some(quote! {
        #inline
        fn hint(&self) -> #usize {
            #others #(+ #long)*
        }
    })
}

fn of_field(item: &Item<'_>, field: &Field) -> TokenStream {
    let Paths { serializable, encode_as, .. } = item.paths;
    let name = member(field);
    // Numbers say nothing that the value does not.
    match form::special(item, &field.form, &Numbers::None) {
        None => quote!(#serializable::size_hint(&self.#name)),
        Some(form) => quote!(#encode_as::size_hint(#form, &self.#name)),
    }
}

/// ```text
/// fn hint(&self) -> usize {
///     match *self {
///         Self::File(ref value) => Serializable::size_hint(value),
///         _ => 0,
///     }
/// }
/// ```
pub(super) fn of_type(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> Option<TokenStream> {
    let is_long = |variant: &&Variant| item.model.structs[variant.constructor].hint.is_some();
    let long: Vec<&Variant> = variants.iter().filter(is_long).collect();
    // The values in an `Object` are small or nested: a hint is not worth thousands of arms.
    if long.is_empty() || ty.object.is_some() {
        return None;
    }
    let Paths { serializable, usize, .. } = item.paths;
    let arms = long.iter().map(|variant| {
        let cfgs = &item.model.structs[variant.constructor].cfgs;
        let name = ident(&variant.ident);
        let value = if variant.boxed { quote!(&**value) } else { quote!(value) };
        quote!(#(#[#cfgs])* Self::#name(ref value) => #serializable::size_hint(#value),)
    });
    let (other, inline) = (object::other(), item.inline());
    Some(quote! {
        #inline
        fn hint(&self) -> #usize {
            match *self { #(#arms)* #other => 0, }
        }
    })
}
