use crate::{DecodeError, DecodeErrorKind, Reader};

impl<'de> Reader<'de> {
    /// Reads the count of a vector whose elements take `min_element_size` bytes or more.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`], or [`DecodeErrorKind::CountTooLarge`] if the rest of the input cannot hold
    /// that many. Of elements without bytes one message may hold 65,536.
    #[inline]
    pub fn count(&mut self, min_element_size: usize) -> Result<usize, DecodeError> {
        let start = self.rest;
        let count = self.u32()?;
        let max = match min_element_size {
            0 => self.empty_elements,
            size => self.rest.len() / size,
        };
        if count as usize > max {
            self.rest = start;
            return Err(self.error(DecodeErrorKind::CountTooLarge { count, max }));
        }
        if min_element_size == 0 {
            self.empty_elements -= count as usize;
        }
        Ok(count as usize)
    }

    /// Reads `count` elements, one after the other.
    ///
    /// What is reserved before they are read takes no more bytes than are left of the input.
    ///
    /// # Errors
    ///
    /// Those of `read`.
    #[inline]
    pub fn many<T>(
        &mut self,
        count: usize,
        mut read: impl FnMut(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        let mut values = Vec::with_capacity(self.affordable::<T>(count));
        for _ in 0..count {
            values.push(read(self)?);
        }
        Ok(values)
    }

    /// How many of `count` elements of type `T` take no more memory than is left of the input.
    #[inline]
    fn affordable<T>(&self, count: usize) -> usize {
        count.min(self.rest.len() / size_of::<T>().max(1))
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
        from_chunk: impl Fn(&[u8; N]) -> T,
    ) -> Result<Vec<T>, DecodeError> {
        const { assert!(N > 0, "elements without bytes cannot be counted by their bytes") };
        let bytes = self.take(count.saturating_mul(N))?;
        // All elements are there and none can fail: the vector is made in its final size.
        Ok(bytes.as_chunks().0.iter().map(from_chunk).collect())
    }
}

#[cfg(test)]
mod tests;
