//! Prints forms of the runtime, which say how a value is encoded.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::codegen::item::Item;
use crate::codegen::paths::Path;
use crate::codegen::pieces::hex;
use crate::model::Form;

/// `Heap(Counted(Bare))`; none for the form that a Rust type has by itself.
pub(super) fn special(item: &Item<'_>, form: &Form) -> Option<TokenStream> {
    (*form != Form::Boxed).then(|| value(item, form))
}

/// `Counted(Bare)`
fn value(item: &Item<'_>, form: &Form) -> TokenStream {
    let paths = item.paths;
    let around = |path: &Path, inner: &Form| {
        let inner = value(item, inner);
        quote!(#path(#inner))
    };
    match form {
        Form::Boxed => paths.boxed.to_token_stream(),
        Form::Bare => paths.bare.to_token_stream(),
        Form::Lossy => paths.lossy.to_token_stream(),
        Form::Heap(inner) => around(&paths.heap, inner),
        Form::Vector(element) => around(&paths.vector, element),
        Form::Counted(element) => around(&paths.counted, element),
        Form::Array(element) => around(&paths.array, element),
        Form::WithId(id, inner) => {
            let (path, id, inner) = (&paths.with_id, hex(*id), value(item, inner));
            quote!(#path::<#id, _>(#inner))
        }
    }
}

/// `Counted<Bare>`
pub(super) fn ty(item: &Item<'_>, form: &Form) -> TokenStream {
    let paths = item.paths;
    let around = |path: &Path, inner: &Form| {
        let inner = ty(item, inner);
        quote!(#path<#inner>)
    };
    match form {
        // The name of a unit struct is its value, too.
        Form::Boxed | Form::Bare | Form::Lossy => value(item, form),
        Form::Heap(inner) => around(&paths.heap, inner),
        Form::Vector(element) => around(&paths.vector, element),
        Form::Counted(element) => around(&paths.counted, element),
        Form::Array(element) => around(&paths.array, element),
        Form::WithId(id, inner) => {
            let (path, id, inner) = (&paths.with_id, hex(*id), ty(item, inner));
            quote!(#path<#id, #inner>)
        }
    }
}
