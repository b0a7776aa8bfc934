//! The seed schema in all its spellings under edition 2021.

#[path = "../../src/base.rs"]
pub mod base;
#[path = "../../src/few.rs"]
pub mod few;
#[path = "../../src/spaced.rs"]
pub mod spaced;
#[path = "../../src/text.rs"]
pub mod text;

#[cfg(test)]
#[path = "../../src/tests.rs"]
mod tests;
