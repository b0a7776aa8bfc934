//! The struct of a combinator.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::codegen::header::Header;
use crate::codegen::item::{Item, initialiser, member, spanned, variable};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::hex;
use crate::codegen::rust_type::{field_type, generics};
use crate::codegen::{debug, docs, setters};
use crate::model::{Initial, Struct};

/// ```text
/// #[derive(…)]
/// pub struct ChatInviteExported { pub revoked: bool, pub link: String, pub usage: Option<i32>, … }
/// impl ChatInviteExported { pub fn new(link: String, …) -> Self { … } }
/// impl Combinator for ChatInviteExported { const ID: u32 = 0x0ab4a819; … }
/// ```
pub(super) fn definition(item: &Item<'_>, structure: &Struct) -> Vec<TokenStream> {
    let Struct { derives, attributes, cfgs, .. } = structure;
    let docs = docs::structure(item, structure);
    let name = spanned(&structure.path.ident, structure.span);
    let generics = generics(structure);
    let body = body(item, structure);
    let debug = debug::structure(item, structure);
    let new = new(item, structure);
    let definition = quote! {
        #(#[doc = #docs])*
        #(#[#cfgs])*
        #(#[#attributes])*
        #[derive(#(#derives),*)]
        pub struct #name #generics #body
    };
    let combinator = combinator(item, structure);
    [Some(definition), debug, new, Some(combinator)].into_iter().flatten().collect()
}

/// `{ pub link: String, … }`, `(pub i32);`, or `;` where there is nothing to hold.
fn body(item: &Item<'_>, structure: &Struct) -> TokenStream {
    if structure.visible().next().is_none() {
        return quote!(;);
    }
    let docs = structure.visible().map(docs::field);
    let types = structure.visible().map(|field| field_type(item, structure, &field.ty));
    if structure.is_tuple {
        return quote!((#(#(#[doc = #docs])* pub #types)*););
    }
    let names = structure.visible().map(|field| spanned(&field.ident, field.span));
    quote!({ #(#(#[doc = #docs])* pub #names: #types,)* })
}

/// `new(required…)`, so that a layer that adds the first optional field breaks no caller.
fn new(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    structure.visible().next()?;
    let Paths { none, default, .. } = item.paths;
    let required = || structure.visible().filter(|field| field.initial.is_none());
    let names = required().map(variable);
    let types = required().map(|field| match item.model.setters {
        true => setters::parameter(item, structure, &field.ty),
        false => field_type(item, structure, &field.ty),
    });
    let values = structure.visible().map(|field| {
        let name = member(field);
        match field.initial {
            None if item.model.setters => {
                let value = setters::value(item, &field.ty, variable(field).into_token_stream());
                quote!(#name: #value)
            }
            None => initialiser(field).into_token_stream(),
            Some(Initial::False) => quote!(#name: false),
            Some(Initial::Zero) => quote!(#name: 0),
            Some(Initial::None) => quote!(#name: #none),
            Some(Initial::Empty) => quote!(#name: #default::default()),
        }
    });
    let docs = match structure.visible().any(|field| field.initial == Some(Initial::Empty)) {
        true => {
            "Creates a value with all optional fields unset, and numbers, strings and lists zero or empty."
        }
        false => "Creates a value with all optional fields unset.",
    };
    let inline = item.inline();
    let new = quote! {
        #[doc = #docs]
        #inline
        #[must_use]
        pub fn new(#(#names: #types),*) -> Self {
            Self { #(#values),* }
        }
    };
    let setters = setters::methods(item, structure);
    Some(Header::inherent().on_struct(structure, quote!(#new #setters)))
}

fn combinator(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let Paths { combinator, .. } = item.paths;
    let (name, line, id) = (&structure.name, &structure.line, hex(structure.id));
    let constants = quote! {
        const ID: u32 = #id;
        const NAME: &'static str = #name;
        const TL: &'static str = #line;
    };
    Header::of(combinator).on_struct(structure, constants)
}
