//! Natural numbers that types depend on; the mirror image of `writer/numbers.rs`.

use crate::traits::Head;
use crate::writer::sum;
use crate::{DecodeError, DecodeErrorKind, Reader};

// What only generated code calls.
#[doc(hidden)]
impl Reader<'_> {
    /// Reads the bare form of a combinator that depends on numbers, which `read` captures; one level deeper, as
    /// [`body`](Self::body) does it.
    ///
    /// # Errors
    ///
    /// Those of [`body`](Self::body).
    #[inline]
    pub fn dependent<H: Head, T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        ok_or_return!(self.enter::<H>());
        let value = read(self).map_err(|error| error.found_in(H::NAME));
        self.leave::<H>();
        value
    }

    /// Checks a count whose fields are all absent: encode writes it as 0.
    ///
    /// # Errors
    ///
    /// From a strict reader [`DecodeErrorKind::UnusedCount`].
    #[inline]
    pub fn unused_count(&self, count: u32, is_used: bool) -> Result<(), DecodeError> {
        match self.strict && !is_used && count != 0 {
            true => Err(self.error(DecodeErrorKind::UnusedCount { count })),
            false => Ok(()),
        }
    }

    /// The sum of these numbers.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::NumberOverflow`] if it is too large.
    #[inline]
    pub fn sum(&self, numbers: &[u32]) -> Result<u32, DecodeError> {
        sum(numbers).ok_or_else(|| self.error(DecodeErrorKind::NumberOverflow))
    }
}
