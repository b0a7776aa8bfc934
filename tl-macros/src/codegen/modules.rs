//! Namespaces as nested modules.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::ident;

/// Items by their module. They are moved, because copying a stream into another takes time proportional to its
/// length.
#[derive(Default)]
pub(super) struct Modules {
    items: Vec<TokenStream>,
    inner: BTreeMap<String, Modules>,
}

impl Modules {
    /// Adds items to the module at this path.
    pub(super) fn add(&mut self, path: &[String], items: impl IntoIterator<Item = TokenStream>) {
        match path {
            [] => self.items.extend(items),
            [first, rest @ ..] => self.inner.entry(first.clone()).or_default().add(rest, items),
        }
    }

    /// The outermost module; nothing if there are no items.
    pub(super) fn render(self, name: &str, docs: &str) -> Option<TokenStream> {
        if self.items.is_empty() && self.inner.is_empty() {
            return None;
        }
        let name = ident(name);
        let content = self.content();
        // Names come from the schema, and not every part of it is used by every program.
        Some(quote! {
            #[doc = #docs]
            #[allow(
                dead_code, deprecated, non_snake_case, unused_qualifications, clippy::all, clippy::pedantic,
                rustdoc::bare_urls, rustdoc::broken_intra_doc_links, rustdoc::invalid_html_tags
            )]
            pub mod #name { #content }
        })
    }

    fn content(self) -> TokenStream {
        let inner = self.inner.into_iter().map(|(name, modules)| {
            let docs = format!("The namespace `{}`.", name.trim_start_matches("r#"));
            let (name, content) = (ident(&name), modules.content());
            quote!(#[doc = #docs] pub mod #name { #content })
        });
        self.items.into_iter().chain(inner).collect()
    }
}
