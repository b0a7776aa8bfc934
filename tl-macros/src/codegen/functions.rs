//! What makes a struct a function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::form::{self, Numbers};
use crate::codegen::header::Header;
use crate::codegen::item::Item;
use crate::codegen::paths::Paths;
use crate::codegen::rust_type;
use crate::model::{Form, Struct};

/// ```text
/// impl Function for ExportChatInvite { type Return = super::super::enums::ExportedChatInvite; }
/// impl<X> Function for InvokeWithLayer<X> where X: Function { type Return = <X as Function>::Return; }
/// ```
pub(super) fn implementation(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let answer = structure.answer.as_ref()?;
    let ty = rust_type::answer(item, structure, &answer.ty);
    let function = &item.paths.function;
    let bound = if answer.ty.depends_on_call() { function } else { &item.paths.serializable };
    let implementation =
        Header::of(function).with_bound(bound).on_struct(structure, quote!(type Return = #ty;));
    let asks = answer.form.as_ref().map(|form| asks(item, structure, form));
    Some(quote!(#implementation #asks))
}

/// ```text
/// impl Asks for GetList { type Form = Times<Boxed>; fn answer_form(&self) -> Self::Form { Times(self.n, Boxed) } }
/// impl<X> Asks for InvokeWithLayer<X> where X: Asks {
///     type Form = <X as Asks>::Form;
///     fn answer_form(&self) -> Self::Form { self.query.answer_form() }
/// }
/// ```
fn asks(item: &Item<'_>, structure: &Struct, form: &Form) -> TokenStream {
    let Paths { asks, serializable, .. } = item.paths;
    let bound = if matches!(form, Form::Answer(_)) { asks } else { serializable };
    let (ty, inline) = (form::ty(item, &structure.parameters, form), item.inline());
    let value = form::any(item, form, &Numbers::Asked(structure));
    let body = quote! {
        type Form = #ty;

        #inline
        fn answer_form(&self) -> Self::Form { #value }
    };
    Header::of(asks).hidden(item).with_bound(bound).on_struct(structure, body)
}
