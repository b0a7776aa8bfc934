//! `#![tl(setters)]`: methods that set optional fields, and parameters that convert.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::{Item, ident, local};
use crate::codegen::paths::Paths;
use crate::codegen::rust_type::field_type;
use crate::codegen::tokens::Tokens;
use crate::model::{Field, Initial, RustType, Struct};

/// ```text
/// pub fn silent(mut self, value: bool) -> Self { self.silent = value; self }
/// pub fn reply_to(mut self, value: impl Into<enums::InputReplyTo>) -> Self { self.reply_to = Some(value.into()); self }
/// ```
pub(super) fn methods(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let optional = structure.visible().filter_map(|field| Some((field, field.initial?)));
    item.model
        .setters
        .then(|| optional.map(|(field, initial)| method(item, structure, field, initial)).collect())
}

fn method(item: &Item<'_>, structure: &Struct, field: &Field, initial: Initial) -> TokenStream {
    let method = ident(&structure.setter(field));
    let (docs, inline) = (format!("Sets `{}`.", field.name), item.inline());
    let (name, given) = (ident(&field.ident), local("value"));
    let ty = match (&field.ty, initial) {
        (RustType::Option(content), Initial::None) => content,
        (ty, Initial::None | Initial::False | Initial::Zero | Initial::Empty) => ty,
    };
    let (parameter, value) = (parameter(item, structure, ty), value(item, ty, quote!(#given)));
    let value = match initial {
        Initial::None => {
            let some = &item.paths.some;
            quote!(#some(#value))
        }
        Initial::False | Initial::Zero | Initial::Empty => value,
    };
    quote! {
        #[doc = #docs]
        #inline
        #[must_use]
        pub fn #method(mut self, #given: #parameter) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// The type of the parameter for a field: anything that converts into it, if something does, and never a `Box`.
pub(super) fn parameter(item: &Item<'_>, structure: &Struct, ty: &RustType) -> Tokens {
    if let RustType::Box(content) = ty {
        return parameter(item, structure, content);
    }
    let (into, printed) = (&item.paths.into, field_type(item, structure, ty));
    if ty.has_sources() { quote!(impl #into<#printed>).into() } else { printed }
}

/// The field's value, of what was given for that parameter.
pub(super) fn value(item: &Item<'_>, ty: &RustType, given: TokenStream) -> TokenStream {
    let Paths { into, box_type, .. } = item.paths;
    if let RustType::Box(content) = ty {
        let content = value(item, content, given);
        return quote!(#box_type::new(#content));
    }
    if ty.has_sources() { quote!(#into::into(#given)) } else { given }
}
