//! What makes a struct a function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::{Item, ident};
use crate::codegen::rust_type::{bounds, generics, result_type};
use crate::model::Struct;

/// ```text
/// impl Function for ExportChatInvite { type Return = super::super::enums::ExportedChatInvite; }
/// impl<X: Function> Function for InvokeWithLayer<X> { type Return = <X as Function>::Return; }
/// ```
pub(super) fn implementation(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let result = structure.returns.as_ref()?;
    let tl = item.runtime();
    let cfgs = &structure.cfgs;
    let (name, generics) = (ident(&structure.path.ident), generics(structure));
    let bounds = bounds(structure, quote!(#tl::Function));
    let answer = result_type(item, structure, result);
    Some(quote! {
        #(#[#cfgs])*
        impl #generics #tl::Function for #name #generics
        #bounds
        {
            type Return = #answer;
        }
    })
}
