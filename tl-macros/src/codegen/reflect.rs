//! The schema at run time.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::Item;
use crate::codegen::paths::Paths;
use crate::model::{BoxedType, Model, Struct};

/// ```text
/// pub static SCHEMA: Schema<'static> = Schema::new(b"…", "…");
/// ```
///
/// Two literals, because the compiler takes time for each token, and almost none for its contents.
pub(super) fn schema(model: &Model, paths: &Paths) -> Option<TokenStream> {
    let tables = model.tables.as_ref()?;
    let schema = &paths.schema;
    let (words, text) = (Literal::byte_string(&tables.words), &tables.text);
    let external = model.external.as_ref().map(|module| quote!(.with_extern(&#module::SCHEMA)));
    Some(quote! {
        /// The schema at run time: its combinators, and how to read bytes with them.
        pub static SCHEMA: #schema<'static> = #schema::new(#words, #text) #external;
    })
}

/// ```text
/// impl Reflect for ChatInviteExported { const SCHEMA: &'static Schema<'static> = &super::SCHEMA; }
/// ```
///
/// and, with the feature `serde`, the traits of serde.
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let reads = structure.decodes && !structure.borrows;
    implementations(item, reads, |header, body| header.on_struct(structure, body))
}

/// The same of an enum.
pub(super) fn boxed_type(item: &Item<'_>, ty: &BoxedType) -> TokenStream {
    implementations(item, !ty.borrows, |header, body| header.on_enum(ty, body))
}

fn implementations(
    item: &Item<'_>,
    reads: bool,
    on: impl Fn(Header, TokenStream) -> TokenStream,
) -> TokenStream {
    if item.model.tables.is_none() {
        return TokenStream::new();
    }
    let Paths { schema, reflect, .. } = item.paths;
    let tables = item.schema();
    let mut code = on(Header::of(reflect), quote!(const SCHEMA: &'static #schema<'static> = &#tables;));
    if cfg!(feature = "serde") {
        code.extend(serialize(item, &on));
        code.extend(reads.then(|| deserialize(item, &on)));
    }
    code
}

/// ```text
/// impl Serialize for ChatInviteExported {
///     fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { serialize(self, serializer) }
/// }
/// ```
fn serialize(item: &Item<'_>, on: impl Fn(Header, TokenStream) -> TokenStream) -> TokenStream {
    let Paths { serde, serializable, serialize, result, .. } = item.paths;
    let method = quote! {
        fn serialize<S: #serde::Serializer>(&self, serializer: S) -> #result<S::Ok, S::Error> {
            #serialize(self, serializer)
        }
    };
    on(Header::of(quote!(#serde::Serialize)).with_bound(serializable), method)
}

fn deserialize(item: &Item<'_>, on: impl Fn(Header, TokenStream) -> TokenStream) -> TokenStream {
    let Paths { serde, deserializable_owned, deserialize, result, .. } = item.paths;
    let method = quote! {
        fn deserialize<D: #serde::Deserializer<'a>>(deserializer: D) -> #result<Self, D::Error> {
            #deserialize(deserializer)
        }
    };
    on(Header::reading(quote!(#serde::Deserialize<'a>)).with_bound(deserializable_owned), method)
}
