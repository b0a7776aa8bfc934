//! The seed schema in all its spellings under edition 2018.

#[path = "../../src/base.rs"]
pub mod base;
#[path = "../../src/few.rs"]
pub mod few;
#[path = "../../src/spaced.rs"]
pub mod spaced;
#[path = "../../src/text.rs"]
pub mod text;
pub mod verbatim;

#[cfg(test)]
#[path = "../../src/tests.rs"]
mod tests;

/// The ids of verbatim lines are those of the text.
#[cfg(test)]
#[test]
fn verbatim_tokens() {
    use tl_runtime::Combinator as _;
    tests::same_ids!(crate::verbatim);
}
