//! All sources of one invocation, one behind the other.

use proc_macro2::{Delimiter, Literal, Span as RustSpan, TokenStream, TokenTree};

use super::{Location, Shown, Span, excerpt, literal, offset, tokens};

/// All sources of one invocation.
pub(crate) struct SourceMap {
    /// Sources are apart by one character, so that an offset at the end of one is not the start of the next.
    text: String,
    /// In order of the offset.
    sources: Vec<Source>,
    is_full: bool,
}

struct Source {
    start: u32,
    origin: Origin,
}

enum Origin {
    /// Rust tokens: where each starts in the text, with its span. In order of the offset.
    Tokens(Vec<(u32, RustSpan)>),
    /// The value of a string literal.
    Literal {
        span: RustSpan,
        /// The literal as it stands in the Rust source, with quotes and escapes.
        written: String,
        /// For each character of the value: its offset in the value and the offset in `written` it was written at.
        /// Closed by one pair for the end.
        offsets: Vec<(u32, u32)>,
    },
    /// A file named in `include_tl!`; `span` is the path's.
    File { span: RustSpan, path: String },
}

impl SourceMap {
    /// A map without sources.
    pub(crate) fn new() -> SourceMap {
        // Offset 0 is no source's: it stands for the whole invocation.
        SourceMap { text: String::from("\n"), sources: Vec::new(), is_full: false }
    }

    /// Adds the text of a file and returns its range. `span` is that of the path in the Rust source.
    ///
    /// Of text that 32-bit offsets cannot hold, only the start is taken; see [`SourceMap::is_full`].
    pub(crate) fn add_file(&mut self, path: &str, text: &str, span: RustSpan) -> Span {
        // A byte order mark is not a column of the first line.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        self.add(text, Origin::File { span, path: path.to_owned() })
    }

    /// Adds the value of a string literal and returns its range; `None` if it is no plain or raw string literal.
    pub(crate) fn add_literal(&mut self, literal: &Literal) -> Option<Span> {
        let written = literal.to_string();
        let unescaped = literal::unescape(&written)?;
        let origin = Origin::Literal { span: literal.span(), written, offsets: unescaped.offsets };
        Some(self.add(&unescaped.value, origin))
    }

    /// Adds the words of one Rust token. They need not be the token's whole source text.
    pub(crate) fn token(&mut self, text: &str, span: RustSpan) -> Span {
        let start = offset(self.text.len());
        match self.sources.last_mut() {
            Some(Source { origin: Origin::Tokens(tokens), .. }) => tokens.push((start, span)),
            _ => self.sources.push(Source { start, origin: Origin::Tokens(vec![(start, span)]) }),
        }
        self.push(text)
    }

    /// Adds all tokens of a stream, so that a message can show their lines, and returns their range; that of the
    /// invocation if there are none.
    pub(crate) fn tokens(&mut self, stream: TokenStream) -> Span {
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
        // One character behind the last token is a gap.
        Span { lo, hi: offset(self.text.len()) - 1 }
    }

    fn add(&mut self, text: &str, origin: Origin) -> Span {
        self.sources.push(Source { start: offset(self.text.len()), origin });
        self.push(text)
    }

    fn push(&mut self, text: &str) -> Span {
        // One character is left for the gap behind the text.
        let room = (u32::MAX as usize - 1).saturating_sub(self.text.len());
        let end = (0..=room.min(text.len())).rfind(|&end| text.is_char_boundary(end)).unwrap_or(0);
        self.is_full |= end < text.len();
        let lo = offset(self.text.len());
        self.text.push_str(&text[..end]);
        let hi = offset(self.text.len());
        self.text.push(' ');
        Span { lo, hi }
    }

    /// Some text did not fit: the sources of one invocation hold at most 4 GiB.
    pub(crate) fn is_full(&self) -> bool {
        self.is_full
    }

    /// The words under a span.
    pub(crate) fn slice(&self, span: Span) -> &str {
        &self.text[span.lo as usize..span.hi as usize]
    }

    /// Everything that a message needs in order to show a span.
    pub(crate) fn show(&self, span: Span) -> Shown {
        // The last character's token, not the one behind it.
        let rust = (self.rust_span(span.lo), self.rust_span(span.hi.max(span.lo + 1) - 1));
        let place = location(rust.0);
        let Some(source) = self.source(span.lo) else {
            return Shown { rust, location: place, excerpt: None };
        };
        let end = self.end_of(source);
        let (lo, hi) = (span.lo - source.start, span.hi.min(end) - source.start);
        let (location, excerpt) = match &source.origin {
            Origin::Tokens(_) => return Shown { rust, location: place, excerpt: None },
            Origin::File { path, .. } => {
                let text = &self.text[source.start as usize..end as usize];
                let first = Location { file: path.clone(), line: 1, column: 1 };
                excerpt::cut(text, lo as usize, hi as usize, &first)
            }
            Origin::Literal { written, offsets, .. } => {
                let lo = written_at(offsets, lo);
                let hi = written_at(offsets, hi).max(lo);
                excerpt::cut(written, lo, hi, &place)
            }
        };
        Shown { rust, location, excerpt: Some(excerpt) }
    }

    /// The same with an excerpt of tokens too, for a place that rustc does not draw.
    pub(crate) fn show_line(&self, span: Span) -> Shown {
        let shown = self.show(span);
        let Some(Source { origin: Origin::Tokens(list), .. }) = self.source(span.lo) else { return shown };
        let starts = list.iter().map(|&(start, _)| start as usize);
        let ends = starts.clone().skip(1).map(|start| start - 1);
        let all = starts.zip(ends.chain([self.end_of_tokens(span)])).zip(list);
        let words = all.map(|((start, end), &(_, span))| (&self.text[start..end], span));
        Shown { excerpt: tokens::cut(words, shown.rust.0, shown.rust.1), ..shown }
    }

    /// The offset behind the last of the tokens around a span.
    fn end_of_tokens(&self, span: Span) -> usize {
        self.source(span.lo).map_or(self.text.len() - 1, |source| self.end_of(source) as usize)
    }

    /// The span for an identifier that is made from the words of a span, so that an editor finds the one from the
    /// other: that of the last token, for a name may have namespaces before it. Text has no tokens that an
    /// editor could go to.
    pub(crate) fn ident_span(&self, span: Span) -> RustSpan {
        let last = span.hi.max(span.lo + 1) - 1;
        match self.source(last) {
            Some(Source { origin: Origin::Tokens(_), .. }) => {
                RustSpan::call_site().located_at(self.rust_span(last))
            }
            _ => RustSpan::call_site(),
        }
    }

    /// The source that an offset is in.
    fn source(&self, at: u32) -> Option<&Source> {
        let after = self.sources.partition_point(|source| source.start <= at);
        self.sources[..after].last()
    }

    /// The offset behind the last character of a source.
    fn end_of(&self, source: &Source) -> u32 {
        let after = self.sources.partition_point(|other| other.start <= source.start);
        let next = self.sources.get(after).map_or(offset(self.text.len()), |next| next.start);
        next - 1
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
    // Rust spans are undefined on compilers that do not tell positions; lines count from 1 all the same.
    Location { file: span.file(), line: start.line.max(1), column: start.column + 1 }
}

/// Where in a literal the value's character at `at` was written.
fn written_at(offsets: &[(u32, u32)], at: u32) -> usize {
    let after = offsets.partition_point(|&(value, _)| value <= at);
    offsets[..after].last().map_or(0, |&(_, written)| written as usize)
}
