//! The struct of a combinator.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::docs;
use crate::codegen::item::{Item, ident, initialiser, spanned, variable};
use crate::codegen::pieces::hex;
use crate::codegen::rust_type::{field_type, generics};
use crate::model::{Field, Role, Struct};

/// ```text
/// #[derive(…)]
/// pub struct ChatInviteExported { pub revoked: bool, pub link: String, pub usage: Option<i32>, … }
/// impl ChatInviteExported { pub fn new(link: String, …) -> Self { … } }
/// impl Combinator for ChatInviteExported { const ID: u32 = 0x0ab4a819; … }
/// ```
pub(super) fn definition(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let Struct { derives, attributes, cfgs, .. } = structure;
    let docs = docs::structure(structure);
    let name = spanned(&structure.path.ident, structure.span);
    let generics = generics(structure);
    let body = body(item, structure);
    let new = new(item, structure);
    let combinator = combinator(item, structure);
    quote! {
        #docs
        #(#[#cfgs])*
        #(#[#attributes])*
        #[derive(#(#derives),*)]
        pub struct #name #generics #body
        #new
        #combinator
    }
}

/// `{ pub link: String, … }`, or `;` where there is nothing to hold.
fn body(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let visible: Vec<&Field> = structure.fields.iter().filter(|field| !field.role.is_computed()).collect();
    if visible.is_empty() {
        return quote!(;);
    }
    let docs = visible.iter().map(|field| docs::field(field));
    let names = visible.iter().map(|field| spanned(&field.ident, field.span));
    let types = visible.iter().map(|field| field_type(item, structure, field));
    quote!({ #(#docs pub #names: #types,)* })
}

/// `new(required…)`, where at least one field is optional: a layer that adds an optional field breaks nobody.
fn new(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let visible = || structure.fields.iter().filter(|field| !field.role.is_computed());
    if !visible().any(Field::may_be_absent) {
        return None;
    }
    let required = || visible().filter(|field| !field.may_be_absent());
    let names = required().map(variable);
    let types = required().map(|field| field_type(item, structure, field));
    let values = visible().map(|field| {
        let name = ident(&field.ident);
        match (field.may_be_absent(), field.condition, &field.role) {
            (false, ..) => initialiser(field),
            (true, _, Role::Bit) => quote!(#name: false),
            (true, Some(_), _) => quote!(#name: ::core::option::Option::None),
            (true, None, _) => quote!(#name: 0),
        }
    });
    let cfgs = &structure.cfgs;
    let (name, generics, inline) = (ident(&structure.path.ident), generics(structure), item.inline());
    Some(quote! {
        #(#[#cfgs])*
        impl #generics #name #generics {
            /// Creates a value with all optional fields unset.
            #inline
            #[must_use]
            pub fn new(#(#names: #types),*) -> Self {
                Self { #(#values),* }
            }
        }
    })
}

fn combinator(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let tl = item.runtime();
    let cfgs = &structure.cfgs;
    let (name, generics) = (ident(&structure.path.ident), generics(structure));
    let (tl_name, line) = (&structure.name, &structure.line);
    let id = hex(structure.id);
    let flat = (!structure.recursive).then(|| {
        quote!(
            const RECURSIVE: bool = false;
        )
    });
    quote! {
        #(#[#cfgs])*
        impl #generics #tl::Combinator for #name #generics {
            const ID: u32 = #id;
            const NAME: &'static str = #tl_name;
            const TL: &'static str = #line;
            #flat
        }
    }
}
