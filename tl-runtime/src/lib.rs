//! The runtime of `tl!`: TL ([Type Language](https://core.telegram.org/mtproto/TL)) values to bytes and back.
//!
//! A TL schema is a list of combinators, each with a 32-bit id; a message on the wire is a
//! [serialised](https://core.telegram.org/mtproto/serialize) combinator. `tl!` turns schema lines into Rust types,
//! and this crate holds what those types need:
//!
//! - [`Serializable`] and [`Deserializable`]: the boxed form, which starts with the id. It is the default.
//! - [`BareSerializable`] and [`BareDeserializable`]: the bare form, without the id.
//! - [`Combinator`] and [`Function`]: what a schema line says about a type; [`DynCombinator`], the same as a trait object.
//! - [`Writer`] and [`Reader`]: the bytes themselves, with the limits that make hostile input harmless.
//! - [`EncodeError`] and [`DecodeError`]: what went wrong and where.
//! - [`convert()`]: from the types of one layer of a schema to those of another.
//!
//! ```
//! use tl_runtime::{Deserializable, Serializable};
//!
//! let ids: Vec<i64> = vec![1, 2]; // Vector<long>, as a function answers it
//! let bytes = ids.to_bytes()?;
//! assert_eq!(bytes[..8], [0x15, 0xc4, 0xb5, 0x1c, 2, 0, 0, 0]); // the id of Vector, then the count
//! assert_eq!(Vec::<i64>::from_bytes(&bytes)?, ids);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What only generated code calls is hidden from this documentation: the module `private`, and methods of [`Writer`] and
//! [`Reader`] in blocks that are `#[doc(hidden)]`.
//!
//! Without the feature `std`, which is on by default, the crate needs only `alloc`.
//!
//! # What decoding promises
//!
//! For any bytes it returns a value or an error: it does not panic, and time and memory stay within a small constant
//! times the input. Counts are checked against the remaining bytes, nesting against a limit
//! ([`Reader::DEFAULT_MAX_DEPTH`]), and what is reserved for a vector against the input.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

#[macro_use]
mod ok_or_return;

mod brief;
mod convert;
mod error;
mod fixed;
#[cfg(test)]
mod fixtures;
mod form;
#[cfg(any(doc, all(doctest, feature = "macros")))]
pub mod guide;
mod limits;
#[cfg(feature = "macros")]
mod macros;
mod primitives;
#[doc(hidden)]
pub mod private;
mod raw;
mod reader;
pub mod reflect;
mod string;
mod traits;
mod writer;

pub use crate::convert::{ConvertError, convert};
pub use crate::error::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind};
pub use crate::form::InForm;
pub use crate::primitives::True;
pub use crate::raw::{RawObject, RawObjectRef};
pub use crate::reader::Reader;
pub use crate::traits::{
    Answer, BareDeserializable, BareSerializable, Combinator, DecodeAnswer, Deserializable,
    DeserializableOwned, DynCombinator, EncodeAnswer, Function, FunctionOwned, Serializable,
};
pub use crate::writer::Writer;
/// The type of a `bytes` field, from the crate of the same name.
pub use bytes::Bytes;

/// Its examples are tests.
#[cfg(all(doctest, feature = "macros"))]
#[doc = include_str!("../README.md")]
mod readme {}
