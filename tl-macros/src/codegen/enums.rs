//! The enum of a boxed type with several constructors, or the alias of its only one.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::hex;
use crate::codegen::rust_type::{content, generics, generics_of_type};
use crate::codegen::tokens::Tokens;
use crate::codegen::{decode, default, docs, encode, getters, object, reflect, try_from};
use crate::model::{BoxedType, RustType, Struct, Variant};

/// `pub type ExportedChatInvite = super::types::ChatInviteExported;`
pub(super) fn alias(item: &Item<'_>, ty: &BoxedType, structure: &Struct) -> TokenStream {
    let docs = docs::boxed_type(item, ty);
    let cfgs = &structure.cfgs;
    let (name, generics) = (ident(&ty.path.ident), generics(structure));
    let path = item.structure(structure);
    quote! {
        #(#[doc = #docs])*
        #(#[#cfgs])*
        pub type #name #generics = #path #generics;
    }
}

/// `pub type Maybe<T> = Option<T>;`
pub(super) fn held(item: &Item<'_>, ty: &BoxedType, held: &RustType) -> TokenStream {
    let docs = docs::boxed_type(item, ty);
    let (name, generics, held) = (ident(&ty.path.ident), generics_of_type(ty), content(item, ty, held));
    quote!(#(#[doc = #docs])* pub type #name #generics = #held;)
}

/// ```text
/// #[derive(…)]
/// pub enum InputPeer { Empty, User(super::types::InputPeerUser), Channel(Box<super::types::…>) }
/// impl InputPeer { pub fn constructor_id(&self) -> u32 { … } pub fn constructor_name(&self) -> &'static str { … } }
/// impl From<super::types::InputPeerUser> for InputPeer { … }
/// ```
pub(super) fn definition(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let docs = docs::boxed_type(item, ty);
    let derives = Some(&ty.derives).filter(|derives| !derives.is_empty());
    let derives = derives.map(|derives| quote!(#[derive(#(#derives),*)]));
    let (name, generics) = (ident(&ty.path.ident), generics_of_type(ty));
    let definitions = variants.iter().map(|variant| variant_definition(item, ty, variant));
    let external = object::external_variant(item, ty);
    let identities = identities(item, ty, variants);
    let getters = getters::methods(item, ty, variants);
    let conversions = variants.iter().filter_map(|variant| conversion(item, ty, variant));
    let conversions_back = variants.iter().filter_map(|variant| try_from::conversion(item, ty, variant));
    let other_conversions = object::conversions(item, ty, variants);
    let default = default::boxed_type(item, ty, variants);
    // What depends on arguments has a form for that.
    let is_whole = ty.parameters.is_empty();
    let encode = is_whole.then(|| encode::boxed_type(item, ty, variants));
    let decode = is_whole.then(|| decode::boxed_type(item, ty, variants));
    let reflect = is_whole.then(|| reflect::boxed_type(item, ty));
    let usual = ty.is_split().then(|| object::usual_traits(item, ty, variants));
    quote! {
        #(#[doc = #docs])*
        #derives
        pub enum #name #generics { #(#definitions)* #external }
        #identities
        #getters
        #(#conversions)*
        #(#conversions_back)*
        #other_conversions
        #default
        #encode
        #decode
        #usual
        #reflect
    }
}

fn variant_definition(item: &Item<'_>, of: &BoxedType, variant: &Variant) -> TokenStream {
    let structure = &item.model.structs[variant.constructor];
    let cfgs = &structure.cfgs;
    let docs = docs::variant(structure);
    let name = ident(&variant.ident);
    let content = variant.payload.as_ref().map(|ty| {
        let (payload, box_type) = (content(item, of, ty), &item.paths.box_type);
        if variant.boxed { quote!((#box_type<#payload>)) } else { quote!((#payload)) }
    });
    // Names that collide in `Object` keep a `_` between their parts.
    let allow = variant.ident.contains('_').then(|| quote!(#[allow(non_camel_case_types)]));
    quote!(#[doc = #docs] #(#[#cfgs])* #allow #name #content,)
}

/// The methods that return which constructor a value has.
fn identities(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let Paths { u32, str, .. } = item.paths;
    let inline = item.inline();
    let ids = variants.iter().map(|variant| identity(item, variant, |structure| hex(structure.id)));
    let names = variants.iter().map(|variant| identity(item, variant, |structure| structure.name.clone()));
    let id_of_other = object::external_arm(ty, quote!(value.constructor_id()));
    let name_of_other = object::external_arm(ty, quote!(value.constructor_name()));
    let methods = quote! {
        /// The id that precedes the value on the wire.
        #inline
        #[must_use]
        pub fn constructor_id(&self) -> #u32 {
            match *self { #(#ids)* #id_of_other }
        }

        /// The name in TL.
        #inline
        #[must_use]
        pub fn constructor_name(&self) -> &'static #str {
            match *self { #(#names)* #name_of_other }
        }
    };
    Header::inherent().on_enum(ty, methods)
}

fn identity<T: ToTokens>(item: &Item<'_>, variant: &Variant, value: impl Fn(&Struct) -> T) -> TokenStream {
    let structure = &item.model.structs[variant.constructor];
    let cfgs = &structure.cfgs;
    let name = ident(&variant.ident);
    let content = variant.payload.as_ref().map(|_| quote!((_)));
    let value = value(structure);
    quote!(#(#[#cfgs])* Self::#name #content => #value,)
}

fn conversion(item: &Item<'_>, ty: &BoxedType, variant: &Variant) -> Option<TokenStream> {
    let Paths { from, box_type, .. } = item.paths;
    let structure = Some(&item.model.structs[variant.constructor]).filter(|structure| !structure.omitted)?;
    let (name, inline) = (ident(&variant.ident), item.inline());
    let (payload, parameter, value) = match (&variant.payload, variant.boxed) {
        (None, _) => (item.structure(structure), quote!(_), quote!(Self::#name)),
        (Some(of), false) => (content(item, ty, of), quote!(value), quote!(Self::#name(value))),
        (Some(of), true) => {
            (content(item, ty, of), quote!(value), quote!(Self::#name(#box_type::new(value))))
        }
    };
    let method = quote! {
        #inline
        fn from(#parameter: #payload) -> Self {
            #value
        }
    };
    let header = Header::of(from.clone().then(Tokens::in_angles([&payload]))).under(structure);
    // `Object` would list thousands.
    Some(if ty.object.is_some() { header.hidden(item) } else { header }.on_enum(ty, method))
}
