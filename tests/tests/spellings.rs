//! The seed schema in all its spellings under edition 2024. `tests/editions` has those of other editions.

/// The types that the pages use and do not define.
mod base {
    tl_runtime::include_tl!("support/seed/base.tl");
}

#[path = "../editions/src/few.rs"]
mod few;

/// Tokens with a space before each id.
mod spaced {
    include!(concat!(env!("OUT_DIR"), "/spaced.rs"));
}

/// String literals.
mod text {
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

#[path = "../editions/src/tests.rs"]
mod tests;
