//! `#![tl(getters)]`: methods of an enum for the fields of its variants.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident};
use crate::codegen::object;
use crate::codegen::rust_type::view;
use crate::codegen::tokens::Tokens;
use crate::model::{BoxedType, Field, Getter, RustType, Variant};

/// ```text
/// impl User {
///     pub fn id(&self) -> i64 { match self { Self::Empty(value) => value.id, Self::User(value) => value.id, } }
///     pub fn first_name(&self) -> Option<&str> {
///         match self { Self::User(value) => value.first_name.as_deref(), _ => None, }
///     }
/// }
/// ```
pub(super) fn methods(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> Option<TokenStream> {
    let methods: TokenStream = ty.getters.iter().map(|getter| method(item, getter, variants)).collect();
    (!methods.is_empty()).then(|| Header::inherent().on_enum(ty, methods))
}

fn method(item: &Item<'_>, getter: &Getter, variants: &[Variant]) -> TokenStream {
    let (inline, name, ty) = (item.inline(), ident(&getter.ident), view(item, &getter.ty));
    let (option, none) = (&item.paths.option, &item.paths.none);
    let is_partial = getter.sources.len() < variants.len();
    let docs = match is_partial {
        true => format!("`{}`, if the variant has it.", getter.name),
        false => format!("`{}`, which every variant has.", getter.name),
    };
    let answer = if getter.optional { option.clone().then(Tokens::in_angles([ty])) } else { ty };
    let arms = getter.sources.iter().map(|source| {
        let variant = &variants[source.variant];
        let structure = &item.model.structs[variant.constructor];
        let (cfgs, name) = (&structure.cfgs, ident(&variant.ident));
        let value = value(item, getter, &structure.fields[source.field]);
        quote!(#(#[#cfgs])* Self::#name(value) => #value,)
    });
    let other = is_partial.then(|| {
        let other = object::other();
        quote!(#other => #none,)
    });
    quote! {
        #[doc = #docs]
        #inline
        #[must_use]
        pub fn #name(&self) -> #answer {
            match self { #(#arms)* #other }
        }
    }
}

/// The field of a variant's struct, as the method gives it.
fn value(item: &Item<'_>, getter: &Getter, field: &Field) -> TokenStream {
    let (name, some) = (ident(&field.ident), &item.paths.some);
    let is_small = getter.ty.is_small();
    if let (RustType::Option(content), Some(_)) = (&field.ty, field.condition) {
        let has_view = matches!(**content, RustType::String | RustType::Vec(_) | RustType::Box(_));
        return match (is_small, has_view) {
            (true, _) => quote!(value.#name),
            (false, true) => quote!(value.#name.as_deref()),
            (false, false) => quote!(value.#name.as_ref()),
        };
    }
    let reference = (!is_small).then(|| quote!(&));
    let value = quote!(#reference value.#name);
    if getter.optional { quote!(#some(#value)) } else { value }
}
