//! Values that people and other programs can read: dump, text, JSON, made from constant tables.
//!
//! `#![tl(reflect)]` adds `pub static SCHEMA:`[`Schema`] to what `tl!` generates. A schema says what its combinators
//! are, and shows bytes that it did not compile any code for:
//!
//! - [`Schema::dump`]: each word with its offset, path, type and value, up to the first mistake;
//! - [`Schema::text`] and [`Schema::parse_text`]: TL as documentation prints it;
//! - [`Schema::events`]: the parts one after the other, for any other form.
//!
//! The limits are those of decode: any bytes give a result or an error, in linear time and memory.

mod base64;
mod build;
mod builtin;
mod call;
mod combinator;
mod dump;
mod error;
mod events;
mod input;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "schema")]
mod owned;
mod parse;
mod parse_error;
mod print;
mod schema;
#[cfg(feature = "serde")]
pub(crate) mod serde;
mod tables;
mod text;
mod ty;
mod typed;
mod value;

pub use self::call::{Call, CallError};
pub use self::combinator::{Combinator, Condition, Field};
pub use self::dump::Dump;
pub use self::error::ReadError;
pub use self::events::{Event, Events};
#[cfg(feature = "json")]
pub use self::json::{Envelope, JsonStyle};
#[cfg(feature = "schema")]
pub use self::owned::{Mistakes as SchemaMistakes, Options as SchemaOptions, OwnedSchema, Rule};
pub use self::parse_error::{ParseError, ParseErrorKind};
pub use self::schema::Schema;
pub use self::text::Text;
pub use self::typed::{Reflect, Tl};
pub use self::value::Value;
