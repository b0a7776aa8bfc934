//! The bytes of a message in the making; the mirror image of `reader.rs`.

mod compose;
mod string;
mod vector;

use std::{fmt, mem};

use crate::{EncodeError, EncodeErrorKind, limits};

/// What a message of usual size fits in; growing from nothing costs small ones more than writing them.
const USUAL_SIZE: usize = 1024;

/// What a name or a line of text fits in, with its length and padding: strings need so much room at once.
const PIECE: usize = 64;

/// Writes TL values into a buffer, little-endian, in units of bytes.
///
/// The first mistake sticks and is reported by [`finish`](Self::finish), so that what writes a combinator is a straight
/// line without `?`. [`Serializable::serialize`](crate::Serializable::serialize) and `to_bytes` drive one of these; use
/// it yourself for a depth limit of your own, or to write several values in a row.
///
/// ```
/// use tl_runtime::Writer;
///
/// let mut writer = Writer::new();
/// writer.id(0x1cb5_c415);
/// writer.count(1);
/// writer.string(b"abc");
/// assert_eq!(writer.finish()?, b"\x15\xc4\xb5\x1c\x01\0\0\0\x03abc");
/// # Ok::<(), tl_runtime::EncodeError>(())
/// ```
pub struct Writer {
    buf: Vec<u8>,
    error: Option<EncodeError>,
    /// Levels of nesting that are still allowed.
    depth: u32,
    max_depth: u32,
    /// Vector elements without bytes so far.
    empty_elements: usize,
}

impl Writer {
    /// How many [recursive](crate::Combinator::RECURSIVE) combinators may be nested unless
    /// [`with_max_depth`](Self::with_max_depth) says otherwise: 256.
    pub const DEFAULT_MAX_DEPTH: u32 = limits::MAX_DEPTH;

    /// A writer with an empty buffer.
    #[inline]
    pub fn new() -> Self {
        Self::with_buffer(Vec::with_capacity(USUAL_SIZE))
    }

    /// A writer that appends to `buffer`.
    #[inline]
    pub fn with_buffer(buffer: Vec<u8>) -> Self {
        Self {
            buf: buffer,
            error: None,
            depth: Self::DEFAULT_MAX_DEPTH,
            max_depth: Self::DEFAULT_MAX_DEPTH,
            empty_elements: 0,
        }
    }

    /// The same writer with another limit on nested combinators, of which [recursive](crate::Combinator::RECURSIVE) ones
    /// count.
    ///
    /// Each level takes a piece of the stack: raise it where the thread has room for it.
    #[inline]
    #[must_use]
    pub fn with_max_depth(mut self, levels: u32) -> Self {
        (self.depth, self.max_depth) = (levels, levels);
        self
    }

    /// The buffer with everything written.
    ///
    /// # Errors
    ///
    /// The first mistake that was made, see [`EncodeErrorKind`].
    #[inline]
    pub fn finish(self) -> Result<Vec<u8>, EncodeError> {
        match self.error {
            None => Ok(self.buf),
            Some(error) => Err(error),
        }
    }

    /// What `write` writes, in a buffer of its own that starts with room for `size_hint` bytes.
    #[inline]
    pub(crate) fn collect(size_hint: usize, write: impl FnOnce(&mut Self)) -> Result<Vec<u8>, EncodeError> {
        let mut writer = Self::with_buffer(Vec::with_capacity(USUAL_SIZE.max(size_hint + PIECE)));
        write(&mut writer);
        writer.finish()
    }

    /// Appends what `write` writes to `out`, or nothing.
    #[inline]
    pub(crate) fn append(out: &mut Vec<u8>, write: impl FnOnce(&mut Self)) -> Result<(), EncodeError> {
        let mut loan = Loan { keep: out.len(), writer: Self::with_buffer(mem::take(out)), owner: out };
        write(&mut loan.writer);
        match loan.writer.error.take() {
            None => {
                let lent = mem::replace(loan.owner, mem::take(&mut loan.writer.buf));
                // Nothing is left in either, and small messages are written in the time that dropping them takes.
                mem::forget((lent, loan));
                Ok(())
            }
            Some(error) => Err(error),
        }
    }

    /// Keeps a mistake, unless there is one already.
    #[cold]
    #[inline(never)]
    pub fn fail(&mut self, kind: EncodeErrorKind) {
        if self.error.is_none() {
            self.error = Some(EncodeError::new(kind));
        }
    }

    /// Appends a number of four bytes: a `#`, or flags.
    #[inline]
    pub fn u32(&mut self, value: u32) {
        self.array(&value.to_le_bytes());
    }

    /// Appends the id of a combinator.
    #[inline]
    pub fn id(&mut self, id: u32) {
        self.u32(id);
    }

    /// Appends `N` bytes as they are.
    #[inline]
    pub fn array<const N: usize>(&mut self, bytes: &[u8; N]) {
        self.buf.extend_from_slice(bytes);
    }

    /// Appends bytes as they are: no length, no padding.
    #[inline]
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.buf.extend_from_slice(bytes);
    }
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("len", &self.buf.len())
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// A buffer that a writer has for a while. Unless the writing comes to a good end, also if a hand-written `write_to`
/// panics, the owner gets it back with what was there before.
struct Loan<'a> {
    owner: &'a mut Vec<u8>,
    writer: Writer,
    keep: usize,
}

impl Drop for Loan<'_> {
    #[inline]
    fn drop(&mut self) {
        self.writer.buf.truncate(self.keep);
        *self.owner = mem::take(&mut self.writer.buf);
    }
}

#[cfg(test)]
mod tests;
