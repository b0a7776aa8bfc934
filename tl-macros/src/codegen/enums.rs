//! The enum of a boxed type with several constructors, or the alias of its only one.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::{Item, ident};
use crate::codegen::pieces::hex;
use crate::codegen::rust_type::{generics, payload};
use crate::codegen::{decode, docs, encode, object};
use crate::model::{BoxedType, Shape, Struct, Variant};

/// `pub type ExportedChatInvite = super::types::ChatInviteExported;`
pub(super) fn alias(item: &Item<'_>, ty: &BoxedType, structure: &Struct) -> TokenStream {
    let docs = docs::boxed_type(ty);
    let cfgs = &structure.cfgs;
    let (name, generics) = (ident(&ty.path.ident), generics(structure));
    let path = item.structure(structure);
    quote! {
        #docs
        #(#[#cfgs])*
        pub type #name #generics = #path #generics;
    }
}

/// ```text
/// #[derive(…)]
/// pub enum InputPeer { Empty, User(super::types::InputPeerUser), Channel(Box<super::types::…>) }
/// impl InputPeer { pub fn constructor_id(&self) -> u32 { … } pub fn constructor_name(&self) -> &'static str { … } }
/// impl From<super::types::InputPeerUser> for InputPeer { … }
/// ```
pub(super) fn definition(item: &Item<'_>, ty: &BoxedType) -> TokenStream {
    let Shape::Enum(variants) = &ty.shape else { return TokenStream::new() };
    let docs = docs::boxed_type(ty);
    let derives = Some(&ty.derives).filter(|derives| !derives.is_empty());
    let derives = derives.map(|derives| quote!(#[derive(#(#derives),*)]));
    let name = ident(&ty.path.ident);
    let lifetime = ty.borrows.then(|| quote!(<'a>));
    let definitions = variants.iter().map(|variant| variant_definition(item, variant));
    let identities = identities(item, ty, variants);
    let conversions = variants.iter().map(|variant| conversion(item, ty, variant));
    let encode = encode::boxed_type(item, ty, variants);
    let decode = decode::boxed_type(item, ty, variants);
    let usual = ty.is_split().then(|| object::usual_traits(item, ty, variants));
    quote! {
        #docs
        #derives
        pub enum #name #lifetime { #(#definitions)* }
        #identities
        #(#conversions)*
        #encode
        #decode
        #usual
    }
}

fn variant_definition(item: &Item<'_>, variant: &Variant) -> TokenStream {
    let structure = &item.model.structs[variant.constructor];
    let cfgs = &structure.cfgs;
    let docs = format!("`{}`", structure.line);
    let name = ident(&variant.ident);
    let content = match (structure.is_empty(), payload(item, structure)) {
        (true, _) => None,
        (false, payload) if variant.boxed => Some(quote!((::std::boxed::Box<#payload>))),
        (false, payload) => Some(quote!((#payload))),
    };
    quote!(#[doc = #docs] #(#[#cfgs])* #name #content,)
}

/// The methods that tell which constructor a value has.
fn identities(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let name = ident(&ty.path.ident);
    let (lifetime, inline) = (ty.borrows.then(|| quote!(<'a>)), item.inline());
    let ids = variants.iter().map(|variant| identity(item, variant, |structure| hex(structure.id)));
    let names = variants.iter().map(|variant| {
        identity(item, variant, |structure| {
            let name = &structure.name;
            quote!(#name)
        })
    });
    let (id, tl_name) = match ty.is_object {
        true => (ident("id"), ident("name")),
        false => (ident("constructor_id"), ident("constructor_name")),
    };
    quote! {
        impl #lifetime #name #lifetime {
            /// The id that stands before the value on the wire.
            #inline
            #[must_use]
            pub fn #id(&self) -> ::core::primitive::u32 {
                match *self { #(#ids)* }
            }

            /// The name in TL.
            #inline
            #[must_use]
            pub fn #tl_name(&self) -> &'static ::core::primitive::str {
                match *self { #(#names)* }
            }
        }
    }
}

fn identity(item: &Item<'_>, variant: &Variant, value: impl Fn(&Struct) -> TokenStream) -> TokenStream {
    let structure = &item.model.structs[variant.constructor];
    let cfgs = &structure.cfgs;
    let name = ident(&variant.ident);
    let content = (!structure.is_empty()).then(|| quote!((_)));
    let value = value(structure);
    quote!(#(#[#cfgs])* Self::#name #content => #value,)
}

fn conversion(item: &Item<'_>, ty: &BoxedType, variant: &Variant) -> TokenStream {
    let structure = &item.model.structs[variant.constructor];
    let cfgs = &structure.cfgs;
    let (name, variant_name) = (ident(&ty.path.ident), ident(&variant.ident));
    let (lifetime, inline) = (ty.borrows.then(|| quote!(<'a>)), item.inline());
    let payload = payload(item, structure);
    let (parameter, value) = match (structure.is_empty(), variant.boxed) {
        (true, _) => (quote!(_), quote!(Self::#variant_name)),
        (false, false) => (quote!(value), quote!(Self::#variant_name(value))),
        (false, true) => (quote!(value), quote!(Self::#variant_name(::std::boxed::Box::new(value)))),
    };
    quote! {
        #(#[#cfgs])*
        impl #lifetime ::core::convert::From<#payload> for #name #lifetime {
            #inline
            fn from(#parameter: #payload) -> Self {
                #value
            }
        }
    }
}
