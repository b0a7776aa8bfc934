//! All sources of one invocation, one after the other.

#[cfg(feature = "tokens")]
use proc_macro2::Span as RustSpan;

use super::{Excerpt, Location, Shown, Span, excerpt, offset};

/// All sources of one invocation.
pub struct SourceMap {
    /// Sources are apart by one character, so that an offset at the end of one is not the start of the next.
    pub(super) text: String,
    /// In order of the offset.
    pub(super) sources: Vec<Source>,
    is_full: bool,
}

pub(super) struct Source {
    pub(super) start: u32,
    pub(super) origin: Origin,
}

pub(super) enum Origin {
    /// Rust tokens: where each starts in the text, with its span. In order of the offset.
    #[cfg(feature = "tokens")]
    Tokens(Vec<(u32, RustSpan)>),
    /// The value of a string literal.
    #[cfg(feature = "tokens")]
    Literal {
        span: RustSpan,
        /// The literal as written in the Rust source, with quotes and escapes.
        written: String,
        /// For each character of the value: its offset in the value and the offset in `written` it was written at.
        /// Closed by one pair for the end.
        offsets: Vec<(u32, u32)>,
    },
    /// The text of a file. The span is that of its path in the Rust source, if it is named there.
    File {
        path: String,
        #[cfg(feature = "tokens")]
        span: RustSpan,
    },
}

impl SourceMap {
    /// A map without sources.
    pub fn new() -> SourceMap {
        // Offset 0 is in no source: it stands for the whole invocation.
        SourceMap { text: String::from("\n"), sources: Vec::new(), is_full: false }
    }

    /// Adds the text of a file and returns its range.
    ///
    /// Of text that 32-bit offsets cannot hold, only the start is taken; see [`SourceMap::is_full`].
    pub fn add_file(&mut self, path: &str, text: &str) -> Span {
        let path = path.to_owned();
        #[cfg(feature = "tokens")]
        let origin = Origin::File { path, span: RustSpan::call_site() };
        #[cfg(not(feature = "tokens"))]
        let origin = Origin::File { path };
        self.add(without_mark(text), origin)
    }

    pub(super) fn add(&mut self, text: &str, origin: Origin) -> Span {
        self.sources.push(Source { start: offset(self.text.len()), origin });
        self.push(text)
    }

    pub(super) fn push(&mut self, text: &str) -> Span {
        // One character is left for the gap after the text.
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
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// The words under a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.lo as usize..span.hi as usize]
    }

    /// Everything that a message needs in order to show a span.
    pub fn show(&self, span: Span) -> Shown {
        #[cfg(feature = "tokens")]
        let (location, excerpt) = self.place(span).unwrap_or_else(|| (self.rust_location(span), None));
        #[cfg(not(feature = "tokens"))]
        let (location, excerpt) = self.place(span).unwrap_or_default();
        Shown {
            location,
            excerpt,
            #[cfg(feature = "tokens")]
            rust: self.rust_spans(span),
        }
    }

    /// The place of a span, and its line if the source is text; `None` where only Rust knows.
    fn place(&self, span: Span) -> Option<(Location, Option<Excerpt>)> {
        let source = self.source(span.lo)?;
        let end = self.end_of(source);
        let (lo, hi) = (span.lo - source.start, span.hi.min(end) - source.start);
        let (location, excerpt) = match &source.origin {
            #[cfg(feature = "tokens")]
            Origin::Tokens(_) => return None,
            Origin::File { path, .. } => {
                let text = &self.text[source.start as usize..end as usize];
                let first = Location { file: path.clone(), line: 1, column: 1 };
                excerpt::cut(text, lo as usize, hi as usize, &first)
            }
            #[cfg(feature = "tokens")]
            Origin::Literal { written, offsets, .. } => {
                let lo = written_at(offsets, lo);
                let hi = written_at(offsets, hi).max(lo);
                excerpt::cut(written, lo, hi, &self.rust_location(span))
            }
        };
        Some((location, Some(excerpt)))
    }

    /// The source that an offset is in.
    pub(super) fn source(&self, at: u32) -> Option<&Source> {
        let after = self.sources.partition_point(|source| source.start <= at);
        self.sources[..after].last()
    }

    /// The offset after the last character of a source.
    pub(super) fn end_of(&self, source: &Source) -> u32 {
        let after = self.sources.partition_point(|other| other.start <= source.start);
        let next = self.sources.get(after).map_or(offset(self.text.len()), |next| next.start);
        next - 1
    }
}

impl Default for SourceMap {
    fn default() -> Self {
        SourceMap::new()
    }
}

/// A byte order mark is not a column of the first line.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Where in a literal the value's character at `at` was written.
#[cfg(feature = "tokens")]
fn written_at(offsets: &[(u32, u32)], at: u32) -> usize {
    let after = offsets.partition_point(|&(value, _)| value <= at);
    offsets[..after].last().map_or(0, |&(_, written)| written as usize)
}
