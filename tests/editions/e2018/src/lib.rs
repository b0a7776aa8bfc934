//! The seed schema in all its spellings under edition 2018.

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

/// Tokens as the pages have them, `name#id`, which only the lexer of edition 2018 takes.
pub mod verbatim {
    include!(concat!(env!("OUT_DIR"), "/verbatim.rs"));
}

/// The ids of verbatim lines are those of the text.
#[cfg(test)]
#[test]
fn verbatim_tokens() {
    use tl_runtime::Combinator as _;
    tests::same_ids!(crate::verbatim);
}
