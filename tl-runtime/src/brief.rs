//! How `Debug` shows the bytes in generated structs: on one line.

use alloc::boxed::Box;
use alloc::vec::Vec;

use core::fmt::{self, Debug, Formatter};

use bytes::Bytes;

/// Longer byte strings are shortened.
const LONG: usize = 64;
/// How many bytes of a longer one are shown.
const SHOWN: usize = 32;

/// Shows a field with bytes in it: fixed ones as hexadecimal digits, byte strings as Rust has them, long ones shortened.
#[derive(Clone, Copy)]
pub struct Brief<'v, T: ?Sized>(pub &'v T);

/// Bytes, and types that contain bytes.
pub trait ShowBriefly {
    /// Shows the value on one line; a collection, as its own `Debug` would.
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result;
}

impl<T: ShowBriefly + ?Sized> Debug for Brief<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}

/// `int128`, `int256`, `int512`.
impl<const N: usize> ShowBriefly for [u8; N] {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// `bytes`.
impl ShowBriefly for [u8] {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.get(..SHOWN) {
            Some(shown) if self.len() > LONG => {
                write!(f, "b\"{}…\" ({} bytes)", shown.escape_ascii(), self.len())
            }
            _ => write!(f, "b\"{}\"", self.escape_ascii()),
        }
    }
}

impl ShowBriefly for Bytes {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self[..].show(f)
    }
}

impl<T: ShowBriefly + ?Sized> ShowBriefly for &T {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).show(f)
    }
}

impl<T: ShowBriefly> ShowBriefly for Box<T> {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).show(f)
    }
}

impl<T: ShowBriefly> ShowBriefly for Option<T> {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.as_ref().map(Brief).fmt(f)
    }
}

impl<T: ShowBriefly> ShowBriefly for Vec<T> {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(Brief)).finish()
    }
}

impl<T: ShowBriefly, const N: usize> ShowBriefly for [T; N] {
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(Brief)).finish()
    }
}

/// What `#[derive(Debug)]` prints for a struct with fields.
pub fn debug_struct(
    f: &mut Formatter<'_>,
    name: &str,
    fields: &[&str],
    values: &[&dyn Debug],
) -> fmt::Result {
    let mut shown = f.debug_struct(name);
    for (field, value) in fields.iter().zip(values) {
        shown.field(field, value);
    }
    shown.finish()
}
