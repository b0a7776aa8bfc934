//! Errors as data; their text is made when it is displayed.

mod decode;
mod encode;
mod path;

pub use self::decode::{DecodeError, DecodeErrorKind};
pub(crate) use self::encode::Place;
pub use self::encode::{EncodeError, EncodeErrorKind};

use core::fmt;

/// A number with its noun: "1 byte", "2 bytes".
struct Counted(u64, &'static str);

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number, noun) = self;
        write!(f, "{number} {noun}{}", if *number == 1 { "" } else { "s" })
    }
}
