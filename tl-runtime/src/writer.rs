//! Writes the bytes of a message; the mirror image of `reader.rs`.

mod masks;
mod numbers;
mod string;
mod values;
mod vector;

pub(crate) use self::numbers::sum;

use alloc::vec::Vec;

use core::{fmt, mem};

use crate::{EncodeError, EncodeErrorKind, limits};

/// What a new buffer starts with: a small message takes longer to grow from nothing than to write.
const USUAL_SIZE: usize = 1024;

/// Most strings fit in this, with length and padding: a short string reserves it at once.
const PIECE: usize = 64;

/// Writes TL values into a buffer, little-endian, in units of bytes.
///
/// The writer keeps the first error and [`append`](Self::append) returns it, so that writing a combinator needs no `?`.
/// [`Serializable::serialize`](crate::Serializable::serialize) and `to_bytes` use one of these; call
/// `append` yourself to set a depth limit, or to write several values in a row.
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

/// The state of a message apart from its bytes.
struct State {
    error: Option<EncodeError>,
    /// Levels of nesting that are still allowed.
    depth: u32,
    max_depth: u32,
    /// Vector elements without bytes so far.
    empty_elements: usize,
}

impl Writer<'_> {
    /// How many recursive combinators may be nested by default, as in
    /// [`serialize`](crate::Serializable::serialize): 256.
    pub const DEFAULT_MAX_DEPTH: u32 = limits::MAX_DEPTH;

    /// Appends what `write` writes to `out`. After an error or a panic, `out` has its old length. At most `max_depth`
    /// combinators may be nested; only recursive ones count: those that may contain others of their type.
    ///
    /// Each level uses stack: allow more than the [default](Self::DEFAULT_MAX_DEPTH) only if the thread has enough.
    ///
    /// # Errors
    ///
    /// The first error; see [`EncodeErrorKind`].
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

    /// Returns what `write` writes in a new buffer, which starts with room for `size_hint` bytes.
    #[inline]
    pub(crate) fn collect(size_hint: usize, write: impl FnOnce(Writer<'_>)) -> Result<Vec<u8>, EncodeError> {
        let mut out = Vec::with_capacity(USUAL_SIZE.max(size_hint + PIECE));
        Self::append(&mut out, Self::DEFAULT_MAX_DEPTH, write)?;
        Ok(out)
    }

    /// Lends the writer to a call that takes one by value.
    #[inline]
    pub fn reborrow(&mut self) -> Writer<'_> {
        Writer { buf: self.buf, state: self.state }
    }

    /// Records an error, unless there is one already.
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

/// A buffer with an unfinished message at its end. When dropped, it restores the old length.
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
