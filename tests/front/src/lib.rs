//! The sources of `tl-macros` as a library: a procedural macro can be called by the compiler only.
// Its modules have their unit tests in tl-macros, with helpers that are not here.
#![cfg(not(test))]

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::quote;

// The modules of `tl-macros/src/lib.rs`, at the root as they are there.
#[allow(dead_code, reason = "some of it is for `include_tl!`")]
#[path = "../../../tl-macros/src"]
mod sources {
    pub(crate) mod arguments;
    pub(crate) mod attributes;
    pub(crate) mod check;
    pub(crate) mod codegen;
    pub(crate) mod input;
    pub(crate) mod model;
    pub(crate) mod options;
    pub(crate) mod pipeline;
    pub(crate) mod report;
    pub(crate) mod resolve;
}

#[allow(unused_imports, reason = "the sources use all of them")]
use sources::{arguments, attributes, check, codegen, input, model, options, pipeline, report, resolve};
use tl_schema::{diag, lex, nearest, parse, schema, span, tables};

/// Options that lead through different code.
const OPTIONS: [&str; 4] = [
    "",
    "#![tl(extern = crate::api, ids = \"telegram\")]",
    "#![tl(object, functions = \"both\", ids = \"formal\", verify_ids)]",
    "#![derive(Eq, Hash)] #![tl(borrow, string = \"bytes\", ids = \"telegram\")]",
];

/// Expands `tl!` of a schema in a string literal, with each of a few sets of options; returns the number of tokens.
///
/// # Panics
///
/// If the macro does, which is a mistake of it.
pub fn text(schema: &str) -> usize {
    OPTIONS.into_iter().map(|options| expand(options, schema)).sum()
}

/// As [`text`] with one of the sets of options, which the length of the text chooses: a quarter of the work, and a
/// fuzzer reaches each set by a space at the end, while its cases remain texts.
///
/// # Panics
///
/// If the macro does.
pub fn text_once(schema: &str) -> usize {
    expand(OPTIONS[schema.len() % OPTIONS.len()], schema)
}

fn expand(options: &str, schema: &str) -> usize {
    let literal = TokenTree::from(Literal::string(schema));
    let options: TokenStream = options.parse().expect("options are tokens");
    let body = Group::new(proc_macro2::Delimiter::Brace, quote!(#options #literal));
    let tokens = pipeline::expand(input::Form::Inline, quote!(::tl_runtime #body)).into_iter().count();
    // Outside of the compiler every text that was lexed stays in a map of positions.
    proc_macro2::extra::invalidate_current_thread_spans();
    tokens
}

/// How large the macro takes a schema's Rust types to be.
pub struct Estimates {
    /// The constructors and functions without parameters: the line, and the bytes of its struct.
    pub structs: Vec<(String, usize)>,
    /// The boxed types: the name, and the bytes of its enum.
    pub types: Vec<(String, usize)>,
}

/// Estimates the Rust types of the text of a schema file.
///
/// # Panics
///
/// If the schema has a mistake.
pub fn estimates(schema: &str) -> Estimates {
    let mut map = span::SourceMap::new();
    let (mut tokens, mut mistakes) = (lex::token::Tokens::default(), diag::Diagnostics::default());
    let range = map.add_file("schema.tl", schema);
    lex::text(range, &map, &mut tokens, &mut mistakes);
    lex::end_of_file(range, &mut tokens);
    let schema = parse::schema(&tokens, &map, &mut mistakes);
    let options =
        options::read(TokenStream::new(), vec![quote!(tl(ids = "telegram"))], &mut map, &mut mistakes);
    let resolved = resolve::resolve(&schema, &options.of_schema(), &mut mistakes);
    assert!(mistakes.into_messages(&map).is_empty(), "the schema has a mistake");
    let mut layouts = resolve::size::Layouts::new(
        &resolved,
        &options,
        tl_schema::analyse::Analysis::new(&resolved).boxes(),
    );
    let of =
        resolved.combinators.iter().enumerate().filter(|(_, combinator)| combinator.parameters.is_empty());
    Estimates {
        structs: of.map(|(index, one)| (one.line.clone(), layouts.combinator(index).size)).collect(),
        types: (resolved.types.iter().enumerate())
            .map(|(index, one)| (one.name.text.clone(), layouts.boxed_type(index).size))
            .collect(),
    }
}
