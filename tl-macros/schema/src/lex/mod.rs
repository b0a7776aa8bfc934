//! Two ways in, one token type out: TL as text and TL as Rust tokens.

#[cfg(feature = "tokens")]
use proc_macro2::TokenStream;

use crate::diag::Diagnostics;
use crate::span::{SourceMap, Span};

#[cfg(feature = "tokens")]
mod attribute;
mod comment;
mod mistake;
#[cfg(feature = "tokens")]
mod rust;
mod text;
pub mod token;

#[cfg(test)]
mod tests;

pub use token::Tokens;
use token::{Token, TokenKind};

/// Reads the schema part of a macro's input, Rust tokens and string literals in any mixture, and appends them to the
/// tokens that were read before.
#[cfg(feature = "tokens")]
pub fn rust(stream: TokenStream, map: &mut SourceMap, tokens: &mut Tokens, diagnostics: &mut Diagnostics) {
    rust::lex(rust::Lexer { map, tokens, diagnostics }, stream);
}

/// Reads the text of a file, at the range that [`SourceMap::add_file`] gave it.
pub fn text(range: Span, map: &SourceMap, tokens: &mut Tokens, diagnostics: &mut Diagnostics) {
    if map.is_full() {
        diagnostics.report(range, mistake::Mistake::TooLarge);
    }
    text::lex(range, map, tokens, diagnostics);
}

/// Marks the end of a file after its tokens.
pub fn end_of_file(range: Span, tokens: &mut Tokens) {
    let span = range.part(range.len(), range.len());
    tokens.list.push(Token { kind: TokenKind::EndOfFile, span, joint: false });
}
