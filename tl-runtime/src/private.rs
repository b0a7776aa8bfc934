//! For generated code. Not part of the public API: anything here may change in any release.

use core::fmt;

// Generated code may be in a crate without `std`, in which `alloc` has no name.
pub use alloc::boxed::Box;
pub use alloc::string::String;
pub use alloc::vec::Vec;

#[cfg(feature = "macros")]
pub use tl_macros::{include_tl, tl};

use crate::DecodeError;

pub use crate::brief::{Brief, debug_struct};
pub use crate::fixed::{Fixed, get, put};
pub use crate::form::*;
#[cfg(feature = "serde")]
pub use crate::reflect::serde::{deserialize, serialize};
pub use crate::traits::{Asks, Decode, Encode, Head, Id, NoId, OwnId, RecursiveId};
#[cfg(feature = "serde")]
pub use serde;

/// Adds the field that could not be read to an error.
#[cold]
#[inline(never)]
pub fn in_field(error: DecodeError, field: &'static str) -> DecodeError {
    error.in_field(field)
}

/// The fewest bytes that a value of type `T` takes in this form.
#[inline]
pub fn min_size<'de, T>(form: impl DecodeAs<'de, T>) -> usize {
    form.min_size()
}

/// What `#[derive(Debug)]` prints for a variant with a payload.
pub fn debug_variant(f: &mut fmt::Formatter<'_>, name: &str, payload: &dyn fmt::Debug) -> fmt::Result {
    f.debug_tuple(name).field(payload).finish()
}

/// A mask that is itself optional, from the bits of the fields that are present: without one it is absent.
#[inline]
pub fn optional_mask(bits: u32) -> Option<u32> {
    if bits == 0 { None } else { Some(bits) }
}
