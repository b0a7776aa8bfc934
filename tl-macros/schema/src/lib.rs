//! TL (Type Language), the schema language of MTProto, TDLib, TON and VK: from text to types, ids, and mistakes with
//! their positions.
//!
//! [`read_text`] reads a schema, [`read`] one in several texts. Each combinator has its id by both rules:
//!
//! ```
//! use tl_schema::{Options, Rule, read_text};
//!
//! let text = "adnl.message.query#b48bf97a query_id:int256 query:bytes = adnl.Message;";
//! let schema = read_text("adnl.tl", text, &Options::default())?;
//! let id = &schema.resolved.combinators[0].id;
//! assert_eq!(id.by(Rule::Formal).1, 0xb48bf97a);
//! assert_eq!(id.by(Rule::Telegram).1, 0x562c35d4);
//! // Telegram's rule reads `bytes` as `string`.
//! assert_eq!(id.by(Rule::Telegram).0, "adnl.message.query query_id:int256 query:string = adnl.Message");
//! # Ok::<(), tl_schema::Mistakes>(())
//! ```
//!
//! [`analyse`] finds what contains what, and what follows from it: which types are recursive, how many bytes values
//! take. [`tables`] makes the constants that `tl_runtime::reflect` reads.
//!
//! The stages are public for a procedural macro, which reads tokens (feature `tokens`) and continues after
//! [`resolve`]: [`lex`], [`parse`], [`schema`] (the syntax tree), [`resolve`], [`check`]. Each reports
//! mistakes to [`diag::Diagnostics`] and continues; positions are those of [`span`].

pub mod analyse;
pub mod check;
pub mod diag;
pub mod lex;
pub mod nearest;
pub mod options;
pub mod parse;
mod read;
pub mod resolve;
pub mod schema;
pub mod span;
pub mod tables;
#[cfg(test)]
mod tests;

pub use options::{Options, Rule};
pub use read::{Mistake, Mistakes, Schema, read, read_text};
