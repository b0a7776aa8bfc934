//! The token type that both lexers yield.

use crate::span::Span;

/// What kind a token is; its words are the source text under its span.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// A name without dots: starts with a letter or `_`.
    Word,
    /// Starts with a digit: a number, or the digits of an id such as `1871be50`, exactly as in the source.
    Number,
    /// One character of punctuation. `(` `)` `[` `]` `{` `}` are punctuation too.
    Punct(char),
    /// The line of a documentation comment: `/// …` or TDLib's `//@…` with its `//-` lines joined.
    Doc(DocStyle),
    /// A Rust attribute other than documentation; the index into `Tokens::attributes`.
    Attribute(usize),
    /// Where a file ends: sections do not reach over it.
    EndOfFile,
}

/// How a documentation comment was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DocStyle {
    /// `/// text`, or `#[doc = "text"]`; the span covers `text`.
    Rust,
    /// `//@name text`; the span covers `@name text`, and the `//-` lines that continue it.
    Tdlib,
}

/// A token of TL.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is.
    pub span: Span,
    /// There is neither white space nor a comment between this token and the next. Always true for Rust tokens, which
    /// do not show it.
    pub joint: bool,
}

/// What the lexers make of all sources of an invocation.
#[derive(Default)]
pub struct Tokens {
    /// The tokens of all sources, in their order.
    pub list: Vec<Token>,
    /// The brackets' contents of `#[…]`, in the order of their tokens.
    #[cfg(feature = "tokens")]
    pub attributes: Vec<proc_macro2::TokenStream>,
    /// The number of a `// LAYER n` comment, the last if there are several.
    pub layer: Option<(i32, Span)>,
    /// Where characters were left out that are not TL, in the order of the source.
    pub stray: Vec<Span>,
}
