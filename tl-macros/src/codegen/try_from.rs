//! `#![tl(try_from)]`: from an enum to the struct of one of its variants.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::codegen::item::{Item, ident};
use crate::codegen::paths::Paths;
use crate::codegen::rust_type::{content, generics_of_type};
use crate::model::{BoxedType, Variant};

/// ```text
/// impl TryFrom<InputPeer> for super::types::InputPeerUser {
///     type Error = InputPeer;
///     fn try_from(value: InputPeer) -> Result<Self, InputPeer> {
///         match value { InputPeer::User(value) => Ok(value), other => Err(other) }
///     }
/// }
/// ```
pub(super) fn conversion(item: &Item<'_>, ty: &BoxedType, variant: &Variant) -> Option<TokenStream> {
    let structure = &item.model.structs[variant.constructor];
    if !item.model.try_from || structure.omitted {
        return None;
    }
    let Paths { try_from, result, ok, err, .. } = item.paths;
    let (cfgs, inline, name) = (&structure.cfgs, item.inline(), ident(&variant.ident));
    let declared = generics_of_type(ty);
    let enum_name = ident(&ty.path.ident);
    let source = quote!(#enum_name #declared);
    let (target, pattern, value) = match (&variant.payload, variant.boxed) {
        (None, _) => {
            let path = item.structure(structure);
            (path.clone(), quote!(#enum_name::#name), path.into_token_stream())
        }
        (Some(of), false) => (content(item, ty, of), quote!(#enum_name::#name(value)), quote!(value)),
        (Some(of), true) => (content(item, ty, of), quote!(#enum_name::#name(value)), quote!(*value)),
    };
    Some(quote! {
        #(#[#cfgs])*
        impl #declared #try_from<#source> for #target {
            type Error = #source;
            #inline
            fn try_from(value: #source) -> #result<Self, #source> {
                match value {
                    #pattern => #ok(#value),
                    #[allow(unreachable_patterns)]
                    other => #err(other),
                }
            }
        }
    })
}
