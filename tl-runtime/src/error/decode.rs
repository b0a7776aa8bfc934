use alloc::boxed::Box;

use core::error::Error;
use core::fmt;
use core::str::Utf8Error;

use super::Counted;
use super::path::{Path, Step};

/// Why decode failed, and where: kind, byte offset, expected type, and the path of combinators, fields and indices to the
/// fault.
///
/// One pointer wide, so that a `Result` costs nothing on success.
///
/// ```
/// use tl_runtime::{DecodeErrorKind, Deserializable};
///
/// let error = bool::from_bytes(&[0x78, 0x56, 0x34, 0x12]).unwrap_err();
/// assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 0x1234_5678 });
/// assert_eq!(error.to_string(), "unknown id 0x12345678 at byte 0, expected Bool");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Fault>);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Fault {
    kind: DecodeErrorKind,
    offset: usize,
    expected: Option<&'static str>,
    path: Path,
}

/// The kinds of [`DecodeError`].
#[non_exhaustive]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DecodeErrorKind {
    /// The input ends in the middle of a value.
    UnexpectedEnd {
        /// The size in bytes of what was being read.
        needed: u64,
        /// How many bytes were left.
        left: usize,
    },
    /// No constructor of the expected type has this id.
    UnknownId {
        /// The id in the input.
        id: u32,
    },
    /// The value ends before the input does.
    TrailingBytes {
        /// How many bytes are left over.
        count: usize,
    },
    /// A `string` is not UTF-8.
    InvalidUtf8(Utf8Error),
    /// The count of a vector is larger than the rest of the input allows.
    CountTooLarge {
        /// The count in the input.
        count: u32,
        /// How many elements can follow at most.
        max: usize,
    },
    /// Combinators are nested more deeply than the limit.
    TooDeep {
        /// The limit, in levels.
        limit: u32,
    },
    /// A field with the length of the next field is negative.
    NegativeLength {
        /// Its value.
        length: i32,
    },
    /// A sum in a type, such as `(n+1)*[int]`, exceeds 2^32-1.
    NumberOverflow,
    /// The padding of a string is not zero. Reported only in strict mode.
    NonZeroPadding,
    /// The length of a string is not in the shortest of its three forms. Reported only in strict mode.
    NonShortestLength,
    /// A mask has bits set that the schema does not declare. Reported only in strict mode.
    UndeclaredBits {
        /// Those bits.
        bits: u32,
    },
    /// An optional mask is present, but has no bit set. Reported only in strict mode.
    EmptyMask,
    /// A count is not 0, but none of the optional fields with that many elements is present. Reported only in strict
    /// mode.
    UnusedCount {
        /// The count.
        count: u32,
    },
}

// Cold, and functions of their own: where they are inlined, small messages take an eighth more instructions to decode.
impl DecodeError {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: DecodeErrorKind, offset: usize) -> Self {
        Self(Box::new(Fault { kind, offset, expected: None, path: Path::default() }))
    }

    /// Fewer than `needed` bytes are left.
    #[cold]
    #[inline(never)]
    pub(crate) fn unexpected_end(needed: u64, left: usize, offset: usize) -> Self {
        Self::new(DecodeErrorKind::UnexpectedEnd { needed, left }, offset)
    }

    /// A builtin type takes more bytes than are left.
    #[cold]
    #[inline(never)]
    pub(crate) fn end_in(expected: &'static str, needed: u64, left: usize, offset: usize) -> Self {
        Self::unexpected_end(needed, left, offset).expecting(expected)
    }

    /// The id that ends at `offset` belongs to no constructor of the type `expected`.
    #[cold]
    #[inline(never)]
    pub(crate) fn unknown_id(id: u32, expected: &'static str, offset: usize) -> Self {
        Self::new(DecodeErrorKind::UnknownId { id }, offset.saturating_sub(4)).expecting(expected)
    }

    /// No combinator may be nested more than `limit` levels deep.
    #[cold]
    #[inline(never)]
    pub(crate) fn too_deep(limit: u32, offset: usize) -> Self {
        Self::new(DecodeErrorKind::TooDeep { limit }, offset)
    }

    /// The same error, with the type that was expected.
    pub(crate) fn expecting(mut self, expected: &'static str) -> Self {
        self.0.expected = Some(expected);
        self
    }

    /// Adds the combinator that contains the path so far.
    #[cold]
    #[inline(never)]
    pub(crate) fn found_in(mut self, combinator: &'static str) -> Self {
        self.0.path.level(combinator);
        self
    }

    /// Adds the field of that combinator.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_field(mut self, field: &'static str) -> Self {
        self.0.path.step(Step::Field(field));
        self
    }

    /// Adds the element of a vector.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_element(mut self, index: usize) -> Self {
        self.0.path.step(Step::Element(index));
        self
    }

    /// What is wrong.
    pub fn kind(&self) -> &DecodeErrorKind {
        &self.0.kind
    }

    /// Whether the message itself is unknown: the input starts with an id that its type does not have. `false` for an unknown
    /// id deeper inside: then the message is known, but something in it is not.
    ///
    /// A proxy can pass such a message on as a [`RawObject`](crate::RawObject).
    ///
    /// ```
    /// use tl_runtime::{DecodeError, Deserializable, RawObject};
    ///
    /// fn read<'a, T: Deserializable<'a>>(message: &'a [u8]) -> Result<Result<T, RawObject>, DecodeError> {
    ///     match T::from_bytes(message) {
    ///         Err(error) if error.is_unknown_message() => Ok(Err(RawObject::from_bytes(message)?)),
    ///         result => result.map(Ok),
    ///     }
    /// }
    ///
    /// assert_eq!(read(&[0xb5, 0x75, 0x72, 0x99]), Ok(Ok(true)));
    /// assert_eq!(read::<bool>(b"new!"), Ok(Err(RawObject::new(&b"new!"[..]))));
    /// ```
    pub fn is_unknown_message(&self) -> bool {
        matches!(self.kind(), DecodeErrorKind::UnknownId { .. })
            && self.offset() == 0
            && self.path().len() == 0
    }

    /// The byte offset in the input at which the faulty id, length, count or value starts.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The TL type or combinator that was expected at an unknown id, or the builtin type that could not be read. Other
    /// errors (a count, flags, nesting) are in the innermost combinator of the [path](Self::path).
    pub fn expected(&self) -> Option<&'static str> {
        self.0.expected
    }

    /// The path to the fault: the outermost combinator, then fields and indices, as in `updates.updates[3].message`. The last
    /// field is the one that was being read. Adjacent fields of fixed size are read at once: then it is the first of them.
    ///
    /// ```
    /// mod api {
    ///     tl_runtime::tl! {
    ///         updates #1 date:int updates:Vector<Update> = Updates;
    ///         updateMessage #2 message:string = Update;
    ///     }
    /// }
    ///
    /// # fn main() {
    /// use tl_runtime::Deserializable;
    ///
    /// let bytes = [1, 0, 0, 0, 0, 0, 0, 0, 0x15, 0xc4, 0xb5, 0x1c, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0xff, 0, 0];
    /// let error = api::types::Updates::from_bytes(&bytes).unwrap_err();
    /// assert_eq!(error.place().to_string(), "updates.updates[0].message");
    /// # }
    /// ```
    pub fn place(&self) -> impl fmt::Display {
        &self.0.path
    }

    /// The TL names of the combinators that were being read, outermost first.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator {
        self.0.path.combinators()
    }
}

/// The same text as `Display`: `unwrap` prints it.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self})")
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind(), self.offset())?;
        if let Some(expected) = self.expected() {
            write!(f, ", expected {expected}")?;
        }
        if !self.0.path.is_empty() {
            write!(f, ", in {}", self.0.path)?;
        }
        match self.kind() {
            DecodeErrorKind::InvalidUtf8(_) => f.write_str(
                "; the option `string = \"lossy\"` or `string = \"bytes\"` of `tl!` accepts such strings",
            ),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedEnd { needed, left } => {
                write!(f, "unexpected end of input ({} needed, {left} left)", Counted(*needed, "byte"))
            }
            Self::UnknownId { id } => write!(f, "unknown id {id:#010x}"),
            Self::TrailingBytes { count } => write!(f, "{} left over", Counted(*count as u64, "byte")),
            Self::InvalidUtf8(_) => f.write_str("invalid UTF-8"),
            Self::CountTooLarge { count, max } => {
                write!(f, "vector of {} (at most {max} can follow)", Counted(u64::from(*count), "element"))
            }
            Self::TooDeep { limit } => {
                write!(f, "nesting deeper than {}", Counted(u64::from(*limit), "level"))
            }
            Self::NegativeLength { length } => write!(f, "negative length {length}"),
            Self::NumberOverflow => f.write_str("sum greater than 4294967295"),
            Self::NonZeroPadding => f.write_str("padding is not zero"),
            Self::NonShortestLength => f.write_str("string length is not in its shortest form"),
            Self::UndeclaredBits { bits } => write!(f, "undeclared flag bits {bits:#010x}"),
            Self::EmptyMask => f.write_str("optional mask has no bit set"),
            Self::UnusedCount { count } => {
                write!(f, "count is {count}, but no field with that many elements is present")
            }
        }
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self.kind() {
            DecodeErrorKind::InvalidUtf8(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
