//! The seed schema in all its spellings under edition 2021.

/// The types that the pages use and do not define.
pub mod base {
    tl_runtime::include_tl!("../../support/seed/base.tl");
}

#[path = "../../src/few.rs"]
pub mod few;

/// Tokens with a space before each id.
pub mod spaced {
    include!(concat!(env!("OUT_DIR"), "/spaced.rs"));
}

/// String literals.
pub mod text {
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

#[cfg(test)]
#[path = "../../src/tests.rs"]
mod tests;
