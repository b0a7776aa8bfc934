//! The whole way from an invocation to Rust, on one screen.

use proc_macro2::TokenStream;

use crate::diag::Diagnostics;
use crate::input::{self, Form};
use crate::span::SourceMap;
use crate::{check, codegen, model, parse, report, resolve};

/// Expands one invocation. Mistakes become `compile_error!` items next to the items of the correct lines, so that code
/// which uses those still compiles.
pub(crate) fn expand(form: Form, tokens: TokenStream) -> TokenStream {
    let mut map = SourceMap::new();
    let mut diagnostics = Diagnostics::default();
    let mut output = run(form, tokens, &mut map, &mut diagnostics);
    output.extend(report::compile_errors(diagnostics, &map));
    output
}

fn run(form: Form, tokens: TokenStream, map: &mut SourceMap, diagnostics: &mut Diagnostics) -> TokenStream {
    let input = input::read(form, tokens, map, diagnostics);
    let schema = parse::schema(&input.tokens, map, diagnostics);
    let resolved = resolve::resolve(&schema, &input.options.of_schema(), diagnostics);
    let resolved = resolve::named(resolved, &input.tokens.attributes, &input.options, diagnostics);
    let resolved = check::check(resolved, &input.options, diagnostics);
    let resolved = resolve::only::keep(resolved, &input.options, diagnostics);
    let model = model::build(&resolved, &input.options, map);
    let mut output = codegen::generate(&model);
    output.extend(codegen::track_files(&input.files));
    output
}
