//! For the macros' own output. No part of the public API: anything here may change in any release.

use std::fmt;

#[cfg(feature = "macros")]
pub use tl_macros::{include_tl, tl};

pub use crate::fixed::{Fixed, get, put};

/// What `#[derive(Debug)]` prints for a variant with a payload.
pub fn debug_variant(f: &mut fmt::Formatter<'_>, name: &str, payload: &dyn fmt::Debug) -> fmt::Result {
    f.debug_tuple(name).field(payload).finish()
}

/// A mask that is itself conditional: its declared bits come from the fields, the others from the value; without
/// either it is absent.
#[inline]
pub fn optional_mask(value: Option<u32>, declared: u32, bits: u32) -> Option<u32> {
    match value {
        None if bits == 0 => None,
        value => Some(value.unwrap_or(0) & !declared | bits),
    }
}
