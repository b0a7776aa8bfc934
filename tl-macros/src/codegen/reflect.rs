//! The schema at run time.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::codegen::paths::Paths;
use crate::model::Model;

/// ```text
/// pub static SCHEMA: Schema<'static> = Schema::new(b"…", "…");
/// ```
///
/// Two literals, because the compiler takes a time for each token and next to none for what is in one.
pub(super) fn schema(model: &Model, paths: &Paths) -> Option<TokenStream> {
    let tables = model.tables.as_ref()?;
    let schema = &paths.schema;
    let (words, text) = (Literal::byte_string(&tables.words), &tables.text);
    let external = model.external.as_ref().map(|module| quote!(.with_extern(&#module::SCHEMA)));
    Some(quote! {
        /// The schema at run time: what its combinators are, and what bytes mean.
        pub static SCHEMA: #schema<'static> = #schema::new(#words, #text) #external;
    })
}
