//! What can be wrong with the Rust tokens of a schema.

use std::fmt;

/// A Rust token that TL does not have.
#[derive(Debug)]
pub(super) enum Mistake {
    /// A literal that is neither a number nor a string.
    Literal(String),
    /// `"schemas/api.tl"`.
    Path(String),
    /// `#![…]` after the first declaration.
    InnerAttribute,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Literal(text) => write!(
                f,
                "`{text}` is not TL\nhelp: TL has only names and whole numbers; string literals can contain schema lines"
            ),
            Mistake::Path(path) => {
                write!(f, "this is a path, not a schema\nhelp: `include_tl!({path})` reads a schema file")
            }
            Mistake::InnerAttribute => f.write_str(
                "options must come before the schema\nhelp: move this `#![…]` to the start of the macro",
            ),
        }
    }
}
