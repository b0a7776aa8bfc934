//! How a value stands on the wire, where that is not its Rust type's own boxed form: types of `tl_runtime::wire`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::Item;
use crate::codegen::pieces::hex;
use crate::model::Field;
use crate::options::StringMode;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// The marker for a field's value, `None` where its type's own form is right.
pub(super) fn of_field(item: &Item<'_>, field: &Field) -> Option<TokenStream> {
    let tl = item.runtime();
    match field.boxed {
        true => {
            let inner = marker(item, &field.ty);
            Some(quote!(#tl::wire::Heap<#inner>))
        }
        false => special(item, &field.ty),
    }
}

fn marker(item: &Item<'_>, ty: &Type) -> TokenStream {
    let tl = item.runtime();
    special(item, ty).unwrap_or_else(|| quote!(#tl::wire::Boxed))
}

/// The marker for a type, `None` where the Rust type's own form is right.
pub(super) fn special(item: &Item<'_>, ty: &Type) -> Option<TokenStream> {
    let tl = item.runtime();
    match ty {
        Type::Builtin(Builtin::String) if item.model.string == StringMode::Lossy => {
            Some(quote!(#tl::wire::Lossy))
        }
        // A combinator of the runtime, which knows its id.
        Type::BoxedBuiltin { builtin: Builtin::True, .. } => None,
        Type::BoxedBuiltin { builtin, id } => {
            let inner = marker(item, &Type::Builtin(*builtin));
            let id = hex(*id);
            Some(quote!(#tl::wire::WithId<#id, #inner>))
        }
        Type::Vector { boxed: true, element } => {
            let element = special(item, element)?;
            Some(quote!(#tl::wire::Vector<#element>))
        }
        Type::Vector { boxed: false, element } => {
            let element = marker(item, element);
            Some(quote!(#tl::wire::BareVector<#element>))
        }
        Type::Array { element, .. } => {
            let element = marker(item, element);
            Some(quote!(#tl::wire::Array<#element>))
        }
        Type::Bare(_) => Some(quote!(#tl::wire::Bare)),
        Type::External(external) if !external.boxed => Some(quote!(#tl::wire::Bare)),
        _ => None,
    }
}
