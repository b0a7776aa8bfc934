//! For the macros' own output. No part of the public API: anything here may change in any release.

#[cfg(feature = "macros")]
pub use tl_macros::{include_tl, tl};

pub use crate::fixed::{Fixed, get, put};

/// A mask that is itself conditional: its declared bits come from the fields, the others from the value; without
/// either it is absent.
#[inline]
pub fn optional_mask(value: Option<u32>, declared: u32, bits: u32) -> Option<u32> {
    match value {
        None if bits == 0 => None,
        value => Some(value.unwrap_or(0) & !declared | bits),
    }
}
