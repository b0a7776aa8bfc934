//! `#![tl(default)]`: a default of every type.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident, member};
use crate::model::{BoxedType, Field, RustType, Struct, Variant};

/// `impl Default for User { fn default() -> Self { Self { id: Default::default(), photo: None } } }`
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    if !(item.model.default && structure.has_default) {
        return None;
    }
    let (default, inline) = (&item.paths.default, item.inline());
    let fields = structure.visible().map(|field: &Field| {
        let (name, value) = (member(field), value(item, &field.ty));
        quote!(#name: #value)
    });
    let value = match structure.visible().next() {
        None => quote!(Self),
        Some(_) => quote!(Self { #(#fields),* }),
    };
    let method = quote!(#inline fn default() -> Self { #value });
    Some(Header::of(default).with_bound(default).on_struct(structure, method))
}

/// `impl Default for InputPeer { fn default() -> Self { Self::Empty } }`
pub(super) fn boxed_type(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> Option<TokenStream> {
    let variant = &variants[ty.default.filter(|_| item.model.default)?];
    let (default, inline) = (&item.paths.default, item.inline());
    let (cfgs, name) = (&item.model.structs[variant.constructor].cfgs, ident(&variant.ident));
    let content = variant.payload.as_ref().map(|_| quote!((#default::default())));
    let method = quote!(#inline fn default() -> Self { Self::#name #content });
    let implementation = Header::of(default).with_bound(default).on_enum(ty, method);
    Some(quote!(#(#[#cfgs])* #implementation))
}

/// `Default::default()`, but for arrays: the standard library has it for some lengths only.
fn value(item: &Item<'_>, ty: &RustType) -> TokenStream {
    let default = || {
        let default = &item.paths.default;
        quote!(#default::default())
    };
    match ty {
        RustType::ByteArray { len, borrowed } => {
            let (view, len) = (borrowed.then(|| quote!(&)), Literal::u32_unsuffixed(*len));
            quote!(#view [0; #len])
        }
        RustType::Array { element, .. } => {
            let element = value(item, element);
            quote!(::core::array::from_fn(|_| #element))
        }
        RustType::Box(inner) if is_array(inner) => {
            let (box_type, inner) = (&item.paths.box_type, value(item, inner));
            quote!(#box_type::new(#inner))
        }
        RustType::Bool | RustType::I32 | RustType::I64 | RustType::U32 => default(),
        RustType::F32 | RustType::F64 => default(),
        RustType::True | RustType::String | RustType::Bytes | RustType::Str | RustType::Slice => default(),
        RustType::Raw { .. } | RustType::Vec(_) | RustType::Option(_) | RustType::Box(_) => default(),
        RustType::Struct { .. } | RustType::Enum { .. } | RustType::Object => default(),
        RustType::External(_) | RustType::Parameter(_) | RustType::Answer(_) => default(),
        RustType::InForm { .. } | RustType::OfCall(_) => default(),
    }
}

fn is_array(ty: &RustType) -> bool {
    matches!(ty, RustType::ByteArray { .. } | RustType::Array { .. })
}
