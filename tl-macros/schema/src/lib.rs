//! TL (Type Language) schemas: from text, or from the tokens of a procedural macro, to types, ids and mistakes with
//! their positions.
#![allow(missing_docs)]

pub mod analyse;
pub mod check;
pub mod diag;
pub mod lex;
pub mod nearest;
pub mod options;
pub mod parse;
pub mod resolve;
pub mod schema;
pub mod span;
pub mod tables;
#[cfg(test)]
mod tests;
