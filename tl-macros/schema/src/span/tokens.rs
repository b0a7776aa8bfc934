//! A line of Rust source, put together again from its tokens.
//!
//! rustc draws one place of a macro's error by itself. Another place in tokens has to be drawn in the message, and a
//! macro does not see the text between its tokens; comments are therefore missing.

use proc_macro2::Span as RustSpan;

use super::Excerpt;

/// A Rust token: its words and its place.
pub(super) type Word<'a> = (&'a str, RustSpan);

/// The line of the token `first` with the tokens from it to `last` marked; `None` where positions are not known.
pub(super) fn cut<'a>(
    words: impl Iterator<Item = Word<'a>>,
    first: RustSpan,
    last: RustSpan,
) -> Option<Excerpt> {
    let (number, file) = (first.start().line, first.file());
    let mut line = String::new();
    for (word, span) in words {
        let is_here = span.start().line == number && span.end().line == number && span.file() == file;
        // What a macro made of a token, such as the text of an attribute, is not how it was written.
        if !is_here || span.source_text().as_deref() != Some(word) {
            continue;
        }
        let (column, length) = (span.start().column, line.chars().count());
        if column >= length {
            line.extend(std::iter::repeat_n(' ', column - length));
            line.push_str(word);
        }
    }
    let start = first.start().column;
    let end = if last.end().line == number { last.end().column } else { line.chars().count() };
    let is_whole = end > start && end <= line.chars().count();
    is_whole.then(|| Excerpt { line, start, width: end - start })
}
