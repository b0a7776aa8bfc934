use super::{PIECE, State};
use crate::{BareSerializable, EncodeErrorKind, Writer, limits};

/// The largest elements that are worth gathering before they are appended; larger ones are a good piece by themselves.
const MAX_GATHERED: usize = 16;

impl Writer<'_> {
    /// Appends the count of a vector. More elements than a count can say are a mistake.
    #[inline]
    pub fn count(&mut self, count: usize) {
        match u32::try_from(count) {
            Ok(count) => self.u32(count),
            Err(_) => self.fail(EncodeErrorKind::CountTooLarge { count, max: u32::MAX as usize }),
        }
    }

    /// Appends the count of a vector and its elements, which `elements` writes.
    ///
    /// A reader takes only so many elements without bytes, so more of them are a mistake.
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
            self.state.count_empty(values.len());
        }
    }

    /// Appends elements of `N` bytes each, many at a time.
    // Not inlined: in the midst of other code rustc no longer sees that a batch is a copy.
    #[inline(never)]
    pub fn fixed_many<const N: usize, T>(mut self, values: &[T], to_chunk: impl Fn(&T) -> [u8; N]) {
        // And for a string after them: that little would double the buffer again.
        self.buf.reserve(N.saturating_mul(values.len()).saturating_add(PIECE));
        // Each append checks for room: once for 256 elements this costs nothing, and the copy runs at memcpy's speed.
        let values = self.gathered::<256, N, T>(values, &to_chunk);
        let values = self.gathered::<8, N, T>(values, &to_chunk);
        for value in values {
            self.array(&to_chunk(value));
        }
    }

    /// Appends elements of `len` bytes each, one after the other: for those whose bytes lie here and there.
    #[inline(never)]
    pub fn fixed_each<T: BareSerializable>(mut self, values: &[T], len: usize) {
        self.buf.reserve(len.saturating_mul(values.len()).saturating_add(PIECE));
        for value in values {
            value.write_bare_to(self.reborrow());
        }
    }

    /// Appends small elements `BATCH` at a time; returns those that are left.
    #[inline]
    fn gathered<'a, const BATCH: usize, const N: usize, T>(
        &mut self,
        values: &'a [T],
        to_chunk: &impl Fn(&T) -> [u8; N],
    ) -> &'a [T] {
        if N > MAX_GATHERED {
            return values;
        }
        let (batches, rest) = values.as_chunks::<BATCH>();
        for batch in batches {
            // A loop over a prepared array and not `map`, which rustc does not vectorise for so long an array.
            let mut chunks = [[0; N]; BATCH];
            for (chunk, value) in chunks.iter_mut().zip(batch) {
                *chunk = to_chunk(value);
            }
            self.bytes(chunks.as_flattened());
        }
        rest
    }
}

impl State {
    #[inline(never)]
    fn count_empty(&mut self, count: usize) {
        let max = limits::MAX_EMPTY_ELEMENTS - self.empty_elements;
        if count > max {
            return self.fail(EncodeErrorKind::CountTooLarge { count, max });
        }
        self.empty_elements += count;
    }
}
