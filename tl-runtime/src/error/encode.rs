use alloc::boxed::Box;
use alloc::vec::Vec;

use core::error::Error;
use core::fmt;

use super::Counted;

/// Why encode failed.
///
/// One pointer wide, so that a `Result` costs nothing on success.
///
/// ```
/// use tl_runtime::{EncodeErrorKind, RawObject, Serializable};
///
/// let error = RawObject::new(vec![1, 2]).to_bytes().unwrap_err();
/// assert_eq!(*error.kind(), EncodeErrorKind::ObjectWithoutId { len: 2 });
/// assert_eq!(error.to_string(), "object of 2 bytes is too short for its id");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct EncodeError(Box<Fault>);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Fault {
    kind: EncodeErrorKind,
    place: Option<Place>,
}

/// A field of a combinator, by their TL names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    pub(crate) combinator: &'static str,
    pub(crate) field: &'static str,
}

/// The kinds of [`EncodeError`].
#[non_exhaustive]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EncodeErrorKind {
    /// Optional fields share a flag bit, and some of them are present while others are not.
    FlagConflict {
        /// The TL name of the combinator.
        combinator: &'static str,
        /// The fields that are present.
        set: Vec<&'static str>,
        /// The fields that are absent.
        unset: Vec<&'static str>,
    },
    /// Combinators are nested more deeply than the limit.
    TooDeep {
        /// The limit, in levels.
        limit: u32,
    },
    /// A vector has more elements than fit in its count, or more empty elements than decode accepts.
    CountTooLarge {
        /// The number of elements.
        count: usize,
        /// How many elements can be written at most.
        max: usize,
    },
    /// A mask that is a field or a parameter has a bit set whose field is absent.
    AbsentField {
        /// The TL name of the combinator.
        combinator: &'static str,
        /// The mask.
        mask: &'static str,
        /// The number of the bit.
        bit: u32,
        /// The field that is absent.
        field: &'static str,
    },
    /// The length of an object does not fit in the `int` before it.
    BodyTooLong {
        /// The TL name of the combinator.
        combinator: &'static str,
        /// The field that holds the object.
        body: &'static str,
        /// The length in bytes.
        len: usize,
    },
    /// The number of elements differs from the count that decode would use: `n` in `n:# list:n*[int]`.
    CountMismatch {
        /// The count.
        count: u32,
        /// The number of elements.
        len: usize,
    },
    /// A sum in a type, such as `(n+1)*[int]`, exceeds 2^32-1.
    NumberOverflow,
    /// A [`RawObject`](crate::RawObject) is shorter than an id.
    ObjectWithoutId {
        /// The length in bytes.
        len: usize,
    },
}

impl EncodeError {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: EncodeErrorKind) -> Self {
        Self(Box::new(Fault { kind, place: None }))
    }

    /// Adds the field at fault, unless a field inside it is known already.
    #[cold]
    #[inline(never)]
    pub(crate) fn found_in(&mut self, place: Place) {
        self.0.place.get_or_insert(place);
    }

    /// What is wrong.
    pub fn kind(&self) -> &EncodeErrorKind {
        &self.0.kind
    }

    /// The TL names of the combinator and of the faulty field, for [`CountMismatch`](EncodeErrorKind::CountMismatch) and
    /// [`NumberOverflow`](EncodeErrorKind::NumberOverflow). The other kinds contain the names.
    pub fn place(&self) -> Option<(&'static str, &'static str)> {
        self.0.place.map(|place| (place.combinator, place.field))
    }
}

/// The same text as `Display`: `unwrap` prints it.
impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EncodeError({self})")
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind().fmt(f)?;
        match self.0.place {
            Some(Place { combinator, field }) => write!(f, ", in {field} of {combinator}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for EncodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FlagConflict { combinator, set, unset } => {
                let (set, unset) = (set.join(", "), unset.join(", "));
                write!(
                    f,
                    "fields of {combinator} that share a flag bit disagree (present: {set}; absent: {unset})"
                )
            }
            Self::TooDeep { limit } => {
                write!(f, "nesting deeper than {}", Counted(u64::from(*limit), "level"))
            }
            Self::CountTooLarge { count, max } => {
                write!(f, "vector of {} (at most {max} can be written)", Counted(*count as u64, "element"))
            }
            Self::AbsentField { combinator, mask, bit, field } => {
                write!(f, "{mask} of {combinator} has bit {bit} set, but its field {field} is absent")
            }
            Self::BodyTooLong { combinator, body, len } => {
                let len = Counted(*len as u64, "byte");
                write!(f, "{body} of {combinator} has {len} (at most {} can be written)", i32::MAX)
            }
            Self::CountMismatch { count, len } => {
                write!(f, "expected {}, found {len}", Counted(u64::from(*count), "element"))
            }
            Self::NumberOverflow => f.write_str("sum greater than 4294967295"),
            Self::ObjectWithoutId { len } => {
                write!(f, "object of {} is too short for its id", Counted(*len as u64, "byte"))
            }
        }
    }
}

impl Error for EncodeError {}

#[cfg(test)]
mod tests;
