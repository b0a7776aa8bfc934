//! The bytes of a message in the making; the mirror image of `reader.rs`.

mod masks;
mod numbers;
mod string;
mod values;
mod vector;

pub(crate) use self::numbers::sum;

use alloc::vec::Vec;

use core::{fmt, mem};

use crate::{EncodeError, EncodeErrorKind, limits};

/// What a message of usual size fits in; growing from nothing costs small ones more than writing them.
const USUAL_SIZE: usize = 1024;

/// What a name or a line of text fits in, with its length and padding: strings need so much room at once.
const PIECE: usize = 64;

/// Writes TL values into a buffer, little-endian, in units of bytes.
///
/// The first mistake sticks and is reported by [`append`](Self::append), so that what writes a combinator is a straight
/// line without `?`. [`Serializable::serialize`](crate::Serializable::serialize) and `to_bytes` drive one of these; use
/// `append` yourself for a depth limit of your own, or to write several values in a row.
///
/// A writer is two references and is passed by value, so that they stay in registers;
/// [`reborrow`](Self::reborrow) lends it to a call and keeps it.
///
/// ```
/// use tl_runtime::Writer;
///
/// let mut out = Vec::new();
/// Writer::append(&mut out, Writer::DEFAULT_MAX_DEPTH, |mut writer| {
///     writer.id(0x1cb5_c415);
///     writer.u32(1);
///     writer.write("abc");
/// })?;
/// assert_eq!(out, b"\x15\xc4\xb5\x1c\x01\0\0\0\x03abc");
/// # Ok::<(), tl_runtime::EncodeError>(())
/// ```
pub struct Writer<'a> {
    buf: &'a mut Vec<u8>,
    state: &'a mut State,
}

/// What is known of a message besides its bytes.
struct State {
    error: Option<EncodeError>,
    /// Levels of nesting that are still allowed.
    depth: u32,
    max_depth: u32,
    /// Vector elements without bytes so far.
    empty_elements: usize,
}

impl Writer<'_> {
    /// How many recursive combinators may be nested in what
    /// [`serialize`](crate::Serializable::serialize) writes: 256.
    pub const DEFAULT_MAX_DEPTH: u32 = limits::MAX_DEPTH;

    /// Appends what `write` writes to `out`, or nothing, also if `write` panics. At most `max_depth` combinators may be
    /// nested, of which recursive ones count: those that may contain others of their type.
    ///
    /// Each level takes a piece of the stack: allow more than the [default](Self::DEFAULT_MAX_DEPTH) where the thread
    /// has room for it.
    ///
    /// # Errors
    ///
    /// The first mistake that was made, see [`EncodeErrorKind`].
    #[inline]
    pub fn append(
        out: &mut Vec<u8>,
        max_depth: u32,
        write: impl FnOnce(Writer<'_>),
    ) -> Result<(), EncodeError> {
        let mut state = State { error: None, depth: max_depth, max_depth, empty_elements: 0 };
        let unfinished = Unfinished { keep: out.len(), out };
        write(Writer { buf: unfinished.out, state: &mut state });
        match state.error {
            None => {
                mem::forget(unfinished);
                Ok(())
            }
            Some(error) => Err(error),
        }
    }

    /// What `write` writes, in a buffer of its own that starts with room for `size_hint` bytes.
    #[inline]
    pub(crate) fn collect(size_hint: usize, write: impl FnOnce(Writer<'_>)) -> Result<Vec<u8>, EncodeError> {
        let mut out = Vec::with_capacity(USUAL_SIZE.max(size_hint + PIECE));
        Self::append(&mut out, Self::DEFAULT_MAX_DEPTH, write)?;
        Ok(out)
    }

    /// The same writer, for a call that takes one.
    #[inline]
    pub fn reborrow(&mut self) -> Writer<'_> {
        Writer { buf: self.buf, state: self.state }
    }

    /// Keeps a mistake, unless there is one already.
    #[inline]
    pub fn fail(&mut self, kind: EncodeErrorKind) {
        self.state.fail(kind);
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

    /// Appends bytes as they are: no length, no padding.
    #[inline]
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.buf.extend_from_slice(bytes);
    }
}

impl State {
    #[cold]
    #[inline(never)]
    fn fail(&mut self, kind: EncodeErrorKind) {
        if self.error.is_none() {
            self.error = Some(EncodeError::new(kind));
        }
    }
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("len", &self.buf.len())
            .field("error", &self.state.error)
            .finish_non_exhaustive()
    }
}

/// A buffer whose last bytes are of a message that may come to nothing: it is then as long again as it was.
struct Unfinished<'a> {
    out: &'a mut Vec<u8>,
    keep: usize,
}

impl Drop for Unfinished<'_> {
    #[inline]
    fn drop(&mut self) {
        self.out.truncate(self.keep);
    }
}

#[cfg(test)]
mod tests;
