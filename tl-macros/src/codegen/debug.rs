//! `Debug` of structs with bytes in their fields; all others derive it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::{Item, member};
use crate::codegen::paths::Paths;
use crate::model::{Field, Struct};

/// ```text
/// impl Debug for ResPq {
///     fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
///         debug_struct(f, "ResPq", &["nonce", "pq", …], &[&Brief(&self.nonce), &self.pq, …])
///     }
/// }
/// ```
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    if !structure.shows_bytes() {
        return None;
    }
    let Paths { debug, debug_struct, debug_variant, formatter, fmt_result, .. } = item.paths;
    let name = plain(&structure.path.ident);
    let names = structure.visible().map(|field| plain(&field.ident));
    let values = structure.visible().map(|field| value(item, field));
    let show = match structure.is_tuple {
        true => quote!(#debug_variant(f, #name, #(#values)*)),
        false => quote!(#debug_struct(f, #name, &[#(#names),*], &[#(#values),*])),
    };
    let method = quote!(fn fmt(&self, f: &mut #formatter<'_>) -> #fmt_result { #show });
    Some(Header::of(debug).derived().with_bound(debug).on_struct(structure, method))
}

/// `&self.date`, or `&Brief(&self.nonce)`.
fn value(item: &Item<'_>, field: &Field) -> TokenStream {
    let (brief, name) = (&item.paths.brief, member(field));
    match field.ty.shows_bytes() {
        true => quote!(&#brief(&self.#name)),
        false => quote!(&self.#name),
    }
}

/// As a derive prints it.
fn plain(ident: &str) -> &str {
    ident.trim_start_matches("r#")
}
