use alloc::vec::Vec;

use crate::limits::cost_of_empty;
use crate::{DecodeError, DecodeErrorKind, Reader};

// What only generated code calls.
#[doc(hidden)]
impl<'de> Reader<'de> {
    /// Reads the count of a vector whose elements take `min_element_size` bytes or more.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`], or [`DecodeErrorKind::CountTooLarge`] if the rest of the input, without
    /// what the enclosing vectors have claimed, cannot hold that many. A message may have 65,536 elements without bytes,
    /// or fewer if their type is large.
    #[inline]
    pub fn count(&mut self, min_element_size: usize) -> Result<usize, DecodeError> {
        let start = self.rest;
        let count = ok_or_return!(self.u32());
        let max = self.most(min_element_size);
        if count as usize > max {
            self.rest = start;
            return Err(self.error(DecodeErrorKind::CountTooLarge { count, max }));
        }
        Ok(count as usize)
    }

    /// Checks a count that another field holds, as [`count`](Self::count) does.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::CountTooLarge`], as there.
    #[inline]
    pub fn known_count(&self, count: u32, min_element_size: usize) -> Result<usize, DecodeError> {
        let max = self.most(min_element_size);
        if count as usize > max {
            return Err(self.error(DecodeErrorKind::CountTooLarge { count, max }));
        }
        Ok(count as usize)
    }

    /// How many elements of at least this size can follow.
    #[inline]
    fn most(&self, min_element_size: usize) -> usize {
        match min_element_size {
            // Each element takes a byte at least, or is one of those without.
            0 => self.available().saturating_add(self.empty_elements),
            size => self.available() / size,
        }
    }

    /// Reads `count` elements, one after the other; each takes `min_size` bytes or more.
    ///
    /// Reserves no more bytes of memory than are left of the input. While an element is read, the vectors inside it
    /// cannot claim the fewest bytes that the elements after it take: else each of 256 nested vectors could reserve as
    /// much as the whole input.
    ///
    /// # Errors
    ///
    /// Those of `read`; [`DecodeErrorKind::CountTooLarge`] for too many elements without bytes.
    #[inline]
    pub fn many<T>(
        &mut self,
        count: usize,
        min_size: usize,
        mut read: impl FnMut(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        if min_size == 0 {
            ok_or_return!(self.check_empty(count, const { cost_of_empty::<T>() }));
        }
        let claimed = self.claimed;
        let mut values = Vec::with_capacity(self.affordable::<T>(count));
        for after in (0..count).rev() {
            self.claimed = claimed.saturating_add(after.saturating_mul(min_size));
            let start = self.rest.len();
            let mut value = read(self);
            if min_size == 0 && self.rest.len() == start && value.is_ok() {
                value = self.empty_element(const { cost_of_empty::<T>() }, count, values.len()).and(value);
            }
            let value = match value {
                Ok(value) => value,
                Err(error) => {
                    self.claimed = claimed;
                    return Err(error.in_element(values.len()));
                }
            };
            if values.len() == values.capacity() {
                grow(&mut values, after + 1);
            }
            values.push(value);
        }
        self.claimed = claimed;
        Ok(values)
    }

    /// How many of `count` elements of type `T` take no more memory than is left of the input.
    #[inline]
    fn affordable<T>(&self, count: usize) -> usize {
        count.min(self.available() / size_of::<T>().max(1))
    }

    /// Checks the count of elements that may have no bytes. Each of the others has at least four.
    fn check_empty(&self, count: usize, cost: usize) -> Result<(), DecodeError> {
        let max = self.available() / 4 + self.empty_elements / cost;
        match count > max {
            true => {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                Err(self.error(DecodeErrorKind::CountTooLarge { count, max }))
            }
            false => Ok(()),
        }
    }

    /// Counts an element without bytes, the first one after `max` others of the `count` in its vector.
    fn empty_element(&mut self, cost: usize, count: usize, max: usize) -> Result<(), DecodeError> {
        let Some(left) = self.empty_elements.checked_sub(cost) else {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            return Err(self.error(DecodeErrorKind::CountTooLarge { count, max }));
        };
        self.empty_elements = left;
        Ok(())
    }

    /// Reads `count` elements of `N` bytes each, many at a time.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`] if there are fewer bytes.
    #[inline]
    pub fn fixed_many<const N: usize, T>(
        &mut self,
        count: usize,
        from_chunk: impl Fn(&'de [u8; N]) -> T,
    ) -> Result<Vec<T>, DecodeError> {
        const { assert!(N > 0, "elements without bytes cannot be counted by their bytes") };
        let bytes = ok_or_return!(self.take(count.saturating_mul(N)));
        Ok(from_chunks(bytes.as_chunks().0, from_chunk))
    }
}

/// Reads elements none of which can fail, into a vector of the final size.
// Not inlined: rustc knows that nothing else refers to the bytes of a parameter, and turns the loop into a copy. Inlined,
// `Vector<long>` takes 1.6 times the time, with the same number of instructions.
#[inline(never)]
fn from_chunks<'de, const N: usize, T>(
    chunks: &'de [[u8; N]],
    from_chunk: impl Fn(&'de [u8; N]) -> T,
) -> Vec<T> {
    chunks.iter().map(from_chunk).collect()
}

/// Makes room in a full vector that still lacks `left` elements: for all of them if that is at most eight times its
/// present size, else for as many as it has.
///
/// Unlike the growth of `Vec`, this never makes room for more elements than were announced. Because the last step is
/// large, old and new memory together exceed that by a quarter at most.
#[cold]
#[inline(never)]
fn grow<T>(values: &mut Vec<T>, left: usize) {
    let len = values.len().max(1);
    values.reserve_exact(if left / 7 <= len { left } else { len });
}

#[cfg(test)]
mod tests;
