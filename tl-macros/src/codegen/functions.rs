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
    let returns = structure.returns.as_ref()?;
    let answer = rust_type::answer(item, structure, returns);
    let function = &item.paths.function;
    let bound = if returns.depends_on_call() { function } else { &item.paths.serializable };
    Some(Header::of(function).with_bound(bound).on_struct(structure, quote!(type Return = #answer;)))
}
