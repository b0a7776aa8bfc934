//! Documentation of generated items: the words of the schema, then its line.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{BoxedType, Field, Struct};

/// ```text
/// /// An exported chat invite.
/// ///
/// /// ```text
/// /// chatInviteExported#ab4a819 flags:# … = ExportedChatInvite;
/// /// ```
/// ///
/// /// Id: `0ab4a819`.
/// ```
pub(super) fn structure(structure: &Struct) -> TokenStream {
    let words = words(&structure.docs);
    let line = format!("```text\n{}\n```", structure.line);
    let id = format!("Id: `{:08x}`.", structure.id);
    quote!(#words #[doc = #line] #[doc = ""] #[doc = #id])
}

/// The words of the schema, or else the field's line.
pub(super) fn field(field: &Field) -> TokenStream {
    let words = words(&field.docs);
    let line = format!("`{}`", field.line);
    quote!(#words #[doc = #line])
}

pub(super) fn boxed_type(ty: &BoxedType) -> TokenStream {
    let words = words(&ty.docs);
    let line = format!("The boxed type `{}`.", ty.name);
    quote!(#words #[doc = #line])
}

/// A paragraph of the schema's own words, if it has any.
fn words(docs: &[String]) -> Option<TokenStream> {
    (!docs.is_empty()).then(|| quote!(#(#[doc = #docs])* #[doc = ""]))
}
