//! What makes a struct a function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::Item;
use crate::codegen::rust_type;
use crate::model::Struct;

/// ```text
/// impl Function for ExportChatInvite { type Return = super::super::enums::ExportedChatInvite; }
/// impl<X> Function for InvokeWithLayer<X> where X: Function { type Return = <X as Function>::Return; }
/// ```
pub(super) fn implementation(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let answer = rust_type::answer(item, structure, structure.returns.as_ref()?);
    let function = &item.paths.function;
    Some(Header::of(function).with_bound(function).on_struct(structure, quote!(type Return = #answer;)))
}
