//! Reads the bytes of a message; the mirror image of `writer.rs`.

mod numbers;
mod string;
mod values;
mod vector;

use core::fmt;

use bytes::Bytes;

use crate::{DecodeError, DecodeErrorKind, Deserializable, limits};

/// Reads TL values from a buffer, little-endian, in units of bytes.
///
/// [`Deserializable::from_bytes`] uses one of these; create one yourself for other limits, for strictness, or to read
/// several values in a row. After an error its position is unspecified.
///
/// ```
/// use tl_runtime::Reader;
///
/// let mut reader = Reader::new(b"\x07\0\0\0\x03abc").with_strict(true);
/// assert_eq!(reader.read::<i32>()?, 7);
/// assert_eq!(reader.offset(), 4);
/// assert_eq!(reader.read::<&str>()?, "abc");
/// reader.finish()?;
/// # Ok::<(), tl_runtime::DecodeError>(())
/// ```
#[derive(Clone)]
pub struct Reader<'de> {
    rest: &'de [u8],
    /// The length of the whole input, or of its part that [`bounded`](Self::bounded) sees.
    len: usize,
    shared: Option<&'de Bytes>,
    /// Levels of nesting that are still allowed.
    depth: u32,
    max_depth: u32,
    /// Vector elements without bytes that are still allowed.
    empty_elements: usize,
    /// The fewest bytes that the unread elements of all enclosing vectors take.
    claimed: usize,
    strict: bool,
}

impl<'de> Reader<'de> {
    /// How many recursive combinators may be nested by default: 256. See [`with_max_depth`](Self::with_max_depth).
    pub const DEFAULT_MAX_DEPTH: u32 = limits::MAX_DEPTH;

    /// Creates a reader of `bytes`.
    #[inline]
    pub fn new(bytes: &'de [u8]) -> Self {
        Self {
            rest: bytes,
            len: bytes.len(),
            shared: None,
            depth: Self::DEFAULT_MAX_DEPTH,
            max_depth: Self::DEFAULT_MAX_DEPTH,
            empty_elements: limits::MAX_EMPTY_ELEMENTS,
            claimed: 0,
            strict: false,
        }
    }

    /// Creates a reader of `bytes` whose [`Bytes`] values share that buffer instead of copying from it.
    #[inline]
    pub fn from_shared(bytes: &'de Bytes) -> Self {
        Self { shared: Some(bytes), ..Self::new(bytes) }
    }

    /// Sets how many combinators may be nested. Only recursive ones count: those that may contain others of their type.
    ///
    /// Each level uses stack, here and wherever the value is cloned, compared, printed or dropped: with Telegram's API up
    /// to 3.1 KiB in a debug build, 2.1 KiB in a release build. Raise the limit if the thread has the stack for it, and
    /// lower it if the thread has less than 1 MiB: 64 levels fit in 256 KiB.
    #[inline]
    #[must_use]
    pub fn with_max_depth(mut self, levels: u32) -> Self {
        (self.depth, self.max_depth) = (levels, levels);
        self
    }

    /// Sets whether the reader is strict: a strict one accepts only what encode produces (zero padding, the shortest form
    /// of a length, no undeclared flag bits, no repaired UTF-8). By default it is not.
    #[inline]
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Whether this reader accepts only what encode produces.
    #[inline]
    pub fn is_strict(&self) -> bool {
        self.strict
    }

    /// How many bytes have been read.
    #[inline]
    pub fn offset(&self) -> usize {
        self.len - self.rest.len()
    }

    /// The bytes that have not been read.
    #[inline]
    pub fn remaining(&self) -> &'de [u8] {
        self.rest
    }

    /// Checks that all bytes have been read.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::TrailingBytes`] if not.
    #[inline]
    pub fn finish(&self) -> Result<(), DecodeError> {
        self.ended(Ok(()))
    }

    /// Decodes a value from the remaining bytes, which must contain nothing else.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`].
    #[inline]
    pub fn whole<T: Deserializable<'de>>(mut self) -> Result<T, DecodeError> {
        let value = T::deserialize(&mut self);
        self.ended(value)
    }

    /// The value that was read, if nothing follows it.
    #[inline]
    pub(crate) fn ended<T>(&self, value: Result<T, DecodeError>) -> Result<T, DecodeError> {
        // Returned as it is: unwrapped and wrapped again, a large value would be copied twice.
        match self.rest.len() {
            0 => value,
            count => value.and_then(|_| Err(self.error(DecodeErrorKind::TrailingBytes { count }))),
        }
    }

    /// Creates an error of this kind at the current offset.
    // Constructors of errors take numbers, not the reader: as long as nothing takes its address, it stays in registers.
    #[inline]
    pub fn error(&self, kind: DecodeErrorKind) -> DecodeError {
        DecodeError::new(kind, self.offset())
    }

    /// Creates the error for an id that was just read and that the type `expected` does not have.
    #[inline]
    pub fn unknown_id(&self, id: u32, expected: &'static str) -> DecodeError {
        DecodeError::unknown_id(id, expected, self.offset())
    }

    #[inline]
    fn unexpected_end(&self, needed: u64) -> DecodeError {
        DecodeError::unexpected_end(needed, self.rest.len(), self.offset())
    }

    /// Reads the `N` bytes of the builtin type `expected`.
    #[inline]
    pub(crate) fn builtin<const N: usize>(
        &mut self,
        expected: &'static str,
    ) -> Result<&'de [u8; N], DecodeError> {
        match self.rest.split_first_chunk() {
            Some((chunk, rest)) => {
                self.rest = rest;
                Ok(chunk)
            }
            None => Err(DecodeError::end_in(expected, N as u64, self.rest.len(), self.offset())),
        }
    }

    /// How many bytes are left that no enclosing vector has claimed.
    #[inline]
    pub(crate) fn available(&self) -> usize {
        self.rest.len().saturating_sub(self.claimed)
    }

    /// Reads `count` bytes as they are.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`] if there are fewer.
    #[inline]
    pub fn take(&mut self, count: usize) -> Result<&'de [u8], DecodeError> {
        match self.rest.split_at_checked(count) {
            Some((bytes, rest)) => {
                self.rest = rest;
                Ok(bytes)
            }
            None => Err(self.unexpected_end(count as u64)),
        }
    }

    /// Reads a number of four bytes: a `#`, or flags.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`] if there are fewer bytes.
    #[inline]
    pub fn u32(&mut self) -> Result<u32, DecodeError> {
        Ok(u32::from_le_bytes(*ok_or_return!(self.chunk())))
    }

    /// Reads the id of a combinator.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`] if there are fewer than four bytes.
    #[inline]
    pub fn id(&mut self) -> Result<u32, DecodeError> {
        self.u32()
    }

    /// Returns these bytes of the input: shared if the input is, else copied.
    #[inline]
    pub(crate) fn share(&self, bytes: &'de [u8]) -> Bytes {
        match self.shared {
            Some(shared) => shared.slice_ref(bytes),
            None => Bytes::copy_from_slice(bytes),
        }
    }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (offset, left) = (self.offset(), self.rest.len());
        f.debug_struct("Reader").field("offset", &offset).field("left", &left).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
