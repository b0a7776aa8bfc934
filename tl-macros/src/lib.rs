//! The procedural macros behind `tl_runtime::tl!` and `tl_runtime::include_tl!`.
//!
//! Depend on `tl-runtime`, which exports both with their documentation; this crate is an implementation detail.

mod arguments;
mod attributes;
mod check;
mod codegen;
mod input;
mod model;
mod options;
mod pipeline;
mod report;
mod resolve;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;
use tl_schema::{diag, lex, nearest, parse, schema, span, tables};

use crate::input::Form;

/// `tl!` with the runtime's path in front, `tl! { $crate { … } }`; without one it is `::tl_runtime`.
#[proc_macro]
pub fn tl(input: TokenStream) -> TokenStream {
    pipeline::expand(Form::Inline, input.into()).into()
}

/// `include_tl!` with the runtime's path in front, `include_tl! { $crate { "a.tl", "b.tl" } }`; without one it is
/// `::tl_runtime`.
#[proc_macro]
pub fn include_tl(input: TokenStream) -> TokenStream {
    pipeline::expand(Form::Files, input.into()).into()
}
