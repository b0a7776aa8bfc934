//! The sources of a procedural macro: Rust tokens, string literals, and files that are named in Rust.

use proc_macro2::{Delimiter, Literal, Span as RustSpan, TokenStream, TokenTree};

use super::map::{Origin, Source, without_mark};
use super::{Location, Shown, SourceMap, Span, literal, offset, tokens};

impl SourceMap {
    /// Adds the text of a file as [`SourceMap::add_file`] does. `span` is that of the path in the Rust source.
    pub fn add_file_at(&mut self, path: &str, text: &str, span: RustSpan) -> Span {
        self.add(without_mark(text), Origin::File { span, path: path.to_owned() })
    }

    /// Adds the value of a string literal and returns its range; `None` if it is not a plain or raw string literal.
    pub fn add_literal(&mut self, literal: &Literal) -> Option<Span> {
        let written = literal.to_string();
        let unescaped = literal::unescape(&written)?;
        let origin = Origin::Literal { span: literal.span(), written, offsets: unescaped.offsets };
        Some(self.add(&unescaped.value, origin))
    }

    /// Adds the words of one Rust token. They need not be the token's whole source text.
    pub fn token(&mut self, text: &str, span: RustSpan) -> Span {
        let start = offset(self.text.len());
        match self.sources.last_mut() {
            Some(Source { origin: Origin::Tokens(tokens), .. }) => tokens.push((start, span)),
            _ => self.sources.push(Source { start, origin: Origin::Tokens(vec![(start, span)]) }),
        }
        self.push(text)
    }

    /// Adds all tokens of a stream, so that a message can show their lines, and returns their range; that of the
    /// invocation if there are none.
    pub fn tokens(&mut self, stream: TokenStream) -> Span {
        if stream.is_empty() {
            return Span::INVOCATION;
        }
        let lo = offset(self.text.len());
        for tree in stream {
            let TokenTree::Group(group) = tree else {
                self.token(&tree.to_string(), tree.span());
                continue;
            };
            let (open, close) = match group.delimiter() {
                Delimiter::Parenthesis => ("(", ")"),
                Delimiter::Bracket => ("[", "]"),
                Delimiter::Brace => ("{", "}"),
                Delimiter::None => ("", ""),
            };
            self.token(open, group.span_open());
            self.tokens(group.stream());
            self.token(close, group.span_close());
        }
        // One character after the last token is a gap.
        Span { lo, hi: offset(self.text.len()) - 1 }
    }

    /// The same with an excerpt of tokens too, for a place that rustc does not draw.
    pub fn show_line(&self, span: Span) -> Shown {
        let shown = self.show(span);
        let Some(Source { origin: Origin::Tokens(list), .. }) = self.source(span.lo) else { return shown };
        let starts = list.iter().map(|&(start, _)| start as usize);
        let ends = starts.clone().skip(1).map(|start| start - 1);
        let all = starts.zip(ends.chain([self.end_of_tokens(span)])).zip(list);
        let words = all.map(|((start, end), &(_, span))| (&self.text[start..end], span));
        Shown { excerpt: tokens::cut(words, shown.rust.0, shown.rust.1), ..shown }
    }

    /// The offset after the last of the tokens around a span.
    fn end_of_tokens(&self, span: Span) -> usize {
        self.source(span.lo).map_or(self.text.len() - 1, |source| self.end_of(source) as usize)
    }

    /// The span for an identifier that is made from the words of a span, so that an editor finds the one from the
    /// other: that of the last token, for a name may have namespaces before it. Text has no tokens that an
    /// editor could go to.
    pub fn ident_span(&self, span: Span) -> RustSpan {
        let last = span.hi.max(span.lo + 1) - 1;
        match self.source(last) {
            Some(Source { origin: Origin::Tokens(_), .. }) => {
                RustSpan::call_site().located_at(self.rust_span(last))
            }
            _ => RustSpan::call_site(),
        }
    }

    /// Rust's spans of the first and of the last token of a span.
    pub(super) fn rust_spans(&self, span: Span) -> (RustSpan, RustSpan) {
        // The last character's token, not the one after it.
        (self.rust_span(span.lo), self.rust_span(span.hi.max(span.lo + 1) - 1))
    }

    /// Where the first token of a span starts in the Rust source.
    pub(super) fn rust_location(&self, span: Span) -> Location {
        location(self.rust_span(span.lo))
    }

    /// The span of the Rust token that an offset is in.
    fn rust_span(&self, at: u32) -> RustSpan {
        let Some(source) = self.source(at) else {
            return RustSpan::call_site();
        };
        match &source.origin {
            Origin::Tokens(tokens) => {
                let after = tokens.partition_point(|&(start, _)| start <= at);
                tokens[..after].last().map_or_else(RustSpan::call_site, |&(_, span)| span)
            }
            Origin::Literal { span, .. } | Origin::File { span, .. } => *span,
        }
    }
}

/// Where a token of Rust starts.
fn location(span: RustSpan) -> Location {
    let start = span.start();
    // Rust spans are undefined on compilers that do not give positions; lines still count from 1.
    Location { file: span.file(), line: start.line.max(1), column: start.column + 1 }
}
