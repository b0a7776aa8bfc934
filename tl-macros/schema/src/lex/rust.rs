//! TL as Rust tokens.
//!
//! Rust has read the schema before the macro sees it, by other rules: the id `10e6bd2c` arrives as a float, `1.2?` as
//! another, comments are gone and `///` has become `#[doc = …]`. So the source text of each token goes through the
//! lexer for text, and what a token means to Rust does not count.

use std::vec;

use proc_macro2::{Delimiter, Group, Literal, Span as RustSpan, TokenStream, TokenTree};

use super::attribute::{self, Attribute};
use super::text;
use super::token::{DocStyle, Token, TokenKind, Tokens};
use crate::diag::Diagnostics;
use crate::span::{SourceMap, Span};

mod mistake;

use mistake::Mistake;

/// The trees of a stream, with a look ahead that costs nothing.
type Trees = vec::IntoIter<TokenTree>;

/// What reading Rust tokens adds to.
pub(super) struct Lexer<'a> {
    pub(super) map: &'a mut SourceMap,
    pub(super) tokens: &'a mut Tokens,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// Reads a stream of Rust tokens.
pub(super) fn lex(mut lexer: Lexer<'_>, stream: TokenStream) {
    // A stack, not recursion: nesting is the parser's to limit.
    let mut open: Vec<(Trees, Option<(char, RustSpan)>)> = vec![(trees(stream), None)];
    while let Some((rest, _)) = open.last_mut() {
        match rest.next() {
            Some(TokenTree::Group(group)) => {
                let delimiters = delimiters(&group);
                if let Some((opening, _)) = delimiters {
                    lexer.words(&opening.to_string(), group.span_open());
                }
                let closing = delimiters.map(|(_, closing)| (closing, group.span_close()));
                open.push((trees(group.stream()), closing));
            }
            Some(TokenTree::Punct(punct))
                if punct.as_char() == '#' && lexer.attribute(punct.span(), rest) => {}
            Some(TokenTree::Punct(punct)) => lexer.words(&punct.as_char().to_string(), punct.span()),
            Some(TokenTree::Ident(ident)) => {
                // A raw identifier is a name that Rust has reserved.
                let name = ident.to_string();
                lexer.words(name.strip_prefix("r#").unwrap_or(&name), ident.span());
            }
            Some(TokenTree::Literal(literal)) => lexer.literal(&literal),
            None => {
                if let Some((_, Some((closing, span)))) = open.pop() {
                    lexer.words(&closing.to_string(), span);
                }
            }
        }
    }
}

fn trees(stream: TokenStream) -> Trees {
    stream.into_iter().collect::<Vec<_>>().into_iter()
}

impl Lexer<'_> {
    /// The TL tokens in the source text of one Rust token.
    fn words(&mut self, text: &str, span: RustSpan) {
        let first = self.tokens.list.len();
        let range = self.map.token(text, span);
        text::lex(range, self.map, self.tokens, self.diagnostics);
        self.tokens.list[first..].iter_mut().for_each(|token| token.joint = true);
    }

    /// A number, or a string of schema text.
    fn literal(&mut self, literal: &Literal) {
        let text = literal.to_string();
        if text.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
            return self.words(&text, literal.span());
        }
        if let Some(words) = refused_by_rustc(&text) {
            return self.words(words, literal.span());
        }
        match self.map.add_literal(literal) {
            Some(range) if is_path(self.map.slice(range)) => self.refuse(range, Mistake::Path(text)),
            Some(range) => text::lex(range, self.map, self.tokens, self.diagnostics),
            None => {
                let span = self.map.token(&text, literal.span());
                self.refuse(span, Mistake::Literal(text));
            }
        }
    }

    /// Leaves out what is not TL, and what it breaks is not reported.
    fn refuse(&mut self, span: Span, mistake: Mistake) {
        self.tokens.stray.push(span);
        self.diagnostics.report(span, mistake);
    }

    /// Takes the brackets after a `#` if they are an attribute's, not TL's `# [ t ]`.
    fn attribute(&mut self, hash: RustSpan, trees: &mut Trees) -> bool {
        let Some(found) = attribute::find(trees.as_slice(), self.at_declaration()) else {
            return false;
        };
        let start = self.map.token("#", hash);
        if matches!(found, Attribute::Inner(_)) {
            trees.next();
        }
        trees.next();
        let (kind, span) = match found {
            Attribute::Doc(text, literal) => {
                let span = self.map.token(&text, literal);
                let indent = usize::from(text.starts_with(' '));
                (TokenKind::Doc(DocStyle::Rust), span.part(indent, text.trim_end().len().max(indent)))
            }
            Attribute::Outer(group) => {
                let span = start.to(self.map.token(&group.to_string(), group.span_close()));
                self.tokens.attributes.push(group.stream());
                (TokenKind::Attribute(self.tokens.attributes.len() - 1), span)
            }
            Attribute::Inner(group) => {
                let span = start.to(self.map.token(&group.to_string(), group.span_close()));
                self.diagnostics.report(span, Mistake::InnerAttribute);
                return true;
            }
        };
        self.tokens.list.push(Token { kind, span, joint: true });
        true
    }

    /// A declaration may start here: nothing of one was read since the last `;` or section.
    fn at_declaration(&self) -> bool {
        let above = |kind: &TokenKind| matches!(kind, TokenKind::Doc(_) | TokenKind::Attribute(_));
        let mut kinds = self.tokens.list.iter().rev().map(|token| token.kind);
        match kinds.find(|kind| !above(kind)) {
            None | Some(TokenKind::EndOfFile | TokenKind::Punct(';' | '-')) => true,
            Some(_) => false,
        }
    }
}

/// The words in what rustc hands on although it has reported it: `'int'`, no character, and `##`, no token.
fn refused_by_rustc(text: &str) -> Option<&str> {
    let quoted = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    let words = quoted.filter(|words| words.chars().count() > 1 && !words.starts_with('\\'));
    words.or_else(|| text.starts_with('#').then_some(text))
}

/// The name of a schema file; schema lines have spaces.
fn is_path(text: &str) -> bool {
    text.ends_with(".tl") && !text.contains(char::is_whitespace)
}

/// The two characters of a group; none for the invisible groups that macros leave behind.
fn delimiters(group: &Group) -> Option<(char, char)> {
    match group.delimiter() {
        Delimiter::Parenthesis => Some(('(', ')')),
        Delimiter::Brace => Some(('{', '}')),
        Delimiter::Bracket => Some(('[', ']')),
        Delimiter::None => None,
    }
}
