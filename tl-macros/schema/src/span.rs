//! Positions: a [`Span`] is a `Copy` pair of offsets into the [`SourceMap`] of one invocation.
//!
//! The map keeps the text of every source, one after the other: the text of files and string literals as it
//! is, and Rust tokens as their source text. So a span finds both the words it covers and the place to show.

use std::fmt;

mod excerpt;
#[cfg(feature = "tokens")]
pub(crate) mod literal;
mod map;
#[cfg(feature = "tokens")]
mod rust;
#[cfg(feature = "tokens")]
mod tokens;

#[cfg(test)]
mod tests;

pub use excerpt::Excerpt;
pub use map::SourceMap;

/// A range of the source map's text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// Offset of the first byte.
    pub lo: u32,
    /// Offset after the last byte.
    pub hi: u32,
}

impl Span {
    /// The whole invocation: for mistakes that have no token, such as an empty schema.
    pub const INVOCATION: Span = Span { lo: 0, hi: 0 };

    /// From the start of `self` to the end of `end`.
    pub fn to(self, end: Span) -> Span {
        Span { lo: self.lo, hi: self.hi.max(end.hi) }
    }

    /// The part of a span from `lo` to `hi`, counted in bytes from its start.
    pub fn part(self, lo: usize, hi: usize) -> Span {
        Span { lo: self.lo + offset(lo), hi: self.lo + offset(hi) }
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        (self.hi - self.lo) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.lo == self.hi
    }
}

/// Offsets are 32 bits wide; [`SourceMap`] refuses text that would need more.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A place that an editor can open: what follows `-->` in a message.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Location {
    /// The path, as it was given.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// What [`SourceMap::show`] knows of a span.
pub struct Shown {
    /// Rust's spans of the first and of the last token: where rustc draws its own marks.
    #[cfg(feature = "tokens")]
    pub rust: (proc_macro2::Span, proc_macro2::Span),
    /// Where it starts.
    pub location: Location,
    /// For text (files and string literals, where rustc can only mark the whole literal), and from
    /// `SourceMap::show_line`: the line of source and the range of its characters to mark.
    pub excerpt: Option<Excerpt>,
}
