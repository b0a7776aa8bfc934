use super::{PIECE, State};
use crate::traits::Encode;
use crate::{EncodeErrorKind, Writer, limits};

// What only generated code calls.
#[doc(hidden)]
impl Writer<'_> {
    /// Appends the count of a vector. More elements than fit in a count are an error.
    #[inline]
    pub fn count(&mut self, count: usize) {
        match u32::try_from(count) {
            Ok(count) => self.u32(count),
            Err(_) => self.state.count_too_large(count, u32::MAX as usize),
        }
    }

    /// Appends the count of a vector and its elements, which `elements` writes.
    ///
    /// Decode limits the elements without bytes, so more of them are an error.
    #[inline]
    pub(crate) fn vector<T>(&mut self, values: &[T], elements: impl FnOnce(&[T], Writer<'_>)) {
        self.count(values.len());
        self.elements(values, elements);
    }

    /// Appends elements, which `elements` writes.
    #[inline]
    pub(crate) fn elements<T>(&mut self, values: &[T], elements: impl FnOnce(&[T], Writer<'_>)) {
        let start = self.buf.len();
        elements(values, self.reborrow());
        if self.buf.len() == start {
            self.state.count_empty(values.len(), const { limits::cost_of_empty::<T>() });
        }
    }

    /// Appends elements that are in memory as they are on the wire.
    // One by one, `Vector<long>` takes six times the time.
    #[inline]
    pub(crate) fn in_memory(mut self, elements: &[u8]) {
        self.reserve(elements.len());
        self.bytes(elements);
    }

    /// Appends elements of `N` bytes each, after making room for all of them.
    #[inline(never)]
    pub fn fixed_many<const N: usize, T>(mut self, values: &[T], to_chunk: impl Fn(&T) -> [u8; N]) {
        self.reserve(N.saturating_mul(values.len()));
        for value in values {
            self.array(&to_chunk(value));
        }
    }

    /// Appends elements of `len` bytes each, one after the other: for those that are not in one piece in memory.
    #[inline(never)]
    pub fn fixed_each<T: Encode>(mut self, values: &[T], len: usize) {
        self.reserve(len.saturating_mul(values.len()));
        for value in values {
            value.encode(self.reborrow());
        }
    }

    /// Makes room for elements, and for a string after them, which could otherwise double the buffer.
    #[inline]
    fn reserve(&mut self, elements: usize) {
        self.buf.reserve(elements.saturating_add(PIECE));
    }
}

impl State {
    #[inline(never)]
    fn count_empty(&mut self, count: usize, cost: usize) {
        let max = (limits::MAX_EMPTY_ELEMENTS - self.empty_elements) / cost;
        if count > max {
            return self.count_too_large(count, max);
        }
        self.empty_elements += count * cost;
    }

    #[cold]
    #[inline(never)]
    fn count_too_large(&mut self, count: usize, max: usize) {
        self.fail(EncodeErrorKind::CountTooLarge { count, max });
    }
}
