//! A line cut out of a source text, with the characters to mark.

use super::Location;

/// A line of a text source with the columns to mark.
pub struct Excerpt {
    /// The line, without its end.
    pub line: String,
    /// The first character to mark, counted from 0.
    pub start: usize,
    /// How many characters to mark, at least 1.
    pub width: usize,
}

/// The place of the bytes `lo..hi` of a text, and the line that holds `lo`.
///
/// `first` is where the text itself begins: a literal starts somewhere in the middle of a line of Rust. A mark that
/// reaches over the end of the line ends there.
pub(super) fn cut(text: &str, lo: usize, hi: usize, first: &Location) -> (Location, Excerpt) {
    let before = &text[..lo];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[lo..].find('\n').map_or(text.len(), |newline| lo + newline);
    let line = text[start..end].trim_end();
    let skipped = text[start..lo].chars().count();
    let marked = text[lo..hi.clamp(lo, end)].trim_end_matches('\r').chars().count();

    let line_in_text = before.matches('\n').count();
    let indent = if line_in_text == 0 { first.column - 1 } else { 0 };
    let location =
        Location { file: first.file.clone(), line: first.line + line_in_text, column: indent + skipped + 1 };
    (location, Excerpt { line: line.to_owned(), start: skipped, width: marked.max(1) })
}
