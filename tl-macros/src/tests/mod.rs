//! Tests that need several stages, and what they share.

use std::fs;
use std::path::PathBuf;

use proc_macro2::TokenStream;

use crate::diag::Diagnostics;
use crate::lex::{self, Tokens};
use crate::parse;
use crate::span::SourceMap;

mod docs;
mod editors;
mod entangled;
mod layers;
mod mutation;
mod published;

/// The parser's messages about a file called `a.tl`.
pub(crate) fn read_text(text: &str) -> Vec<String> {
    read(|map, tokens, diagnostics| {
        let range = map.add_file("a.tl", text);
        lex::text(range, map, tokens, diagnostics);
        lex::end_of_file(range, tokens);
    })
}

/// The parser's messages about the input of a macro, given as Rust source.
pub(crate) fn read_rust(source: &str) -> Vec<String> {
    let stream: TokenStream = source.parse().expect("the source is Rust tokens");
    read(|map, tokens, diagnostics| lex::rust(stream, map, tokens, diagnostics))
}

fn read(lex: impl FnOnce(&mut SourceMap, &mut Tokens, &mut Diagnostics)) -> Vec<String> {
    let (mut map, mut tokens) = (SourceMap::new(), Tokens::default());
    let mut diagnostics = Diagnostics::default();
    lex(&mut map, &mut tokens, &mut diagnostics);
    parse::schema(&tokens, &map, &mut diagnostics);
    diagnostics.into_messages(&map).into_iter().map(|(_, words)| words).collect()
}

/// A file of the folder `shared` next to the workspace, for tests that are ignored by default.
pub(crate) fn shared(path: &str) -> String {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
