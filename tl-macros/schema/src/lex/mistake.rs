//! What can be wrong with the characters of a schema.

use std::fmt;

/// A mistake that the lexers find.
#[derive(Debug)]
pub(super) enum Mistake {
    /// Characters that TL does not use.
    Stray(String),
    /// `/*` without `*/`.
    UnterminatedComment,
    /// Sources that do not fit into 32-bit offsets.
    TooLarge,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Stray(text) if text.chars().count() == 1 => {
                write!(f, "unknown character `{}` in a TL schema", Visible(text))?;
                hint(f, text)
            }
            Mistake::Stray(text) => {
                write!(f, "unknown characters `{}` in a TL schema", Visible(text))?;
                hint(f, text)
            }
            Mistake::UnterminatedComment => {
                f.write_str("unterminated comment\nhelp: close it with `*/`, or write `//` on each line")
            }
            Mistake::TooLarge => f.write_str("the schema is larger than 4 GiB"),
        }
    }
}

/// The way out for characters that are often pasted along.
fn hint(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    match text.chars().next() {
        Some('"' | '\'' | '`' | '\u{2018}'..='\u{201f}') => {
            f.write_str("\nhelp: TL has no quotes: remove them")
        }
        Some('/') => f.write_str("\nhelp: a comment starts with `//` or `/*`"),
        Some('$') => f.write_str("\nhelp: a macro cannot fill in parts of a TL schema"),
        Some(char) if char.is_alphanumeric() => {
            f.write_str("\nhelp: TL names consist of the letters a to z and A to Z, digits and `_`")
        }
        _ => f.write_str("\nhelp: remove it"),
    }
}

/// Text with its invisible characters escaped.
struct Visible<'a>(&'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|char| match char {
            '"' | '\'' | '\\' => write!(f, "{char}"),
            _ => write!(f, "{}", char.escape_debug()),
        })
    }
}
