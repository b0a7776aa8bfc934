//! Natural numbers that types depend on; the mirror image of `writer/numbers.rs`.

use crate::writer::sum;
use crate::{DecodeError, DecodeErrorKind, Reader};

// What only generated code calls.
#[doc(hidden)]
impl Reader<'_> {
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
