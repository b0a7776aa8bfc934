//! Fields whose form depends on natural numbers; the mirror image of `reader/numbers.rs`.

use super::State;
use crate::error::Place;
use crate::form::EncodeAs;
use crate::{EncodeErrorKind, Writer};

// What only generated code calls.
#[doc(hidden)]
impl Writer<'_> {
    /// Appends the value of a field in a form with numbers: a mistake in these names the field, and the combinator.
    #[inline]
    pub fn field_as<T: ?Sized>(
        &mut self,
        [combinator, field]: [&'static str; 2],
        form: impl EncodeAs<T>,
        value: &T,
    ) {
        let flawless = self.state.error.is_none();
        form.write(value, self.reborrow());
        if flawless && let Some(error) = &mut self.state.error {
            error.found_in(Place { combinator, field });
        }
    }

    /// Appends the value of a field that is there if a bit of a mask from elsewhere is set. A set bit without a value is
    /// a mistake; a value without the bit is left out.
    #[inline]
    pub fn conditional_as<T>(
        &mut self,
        [combinator, field, mask]: [&'static str; 3],
        form: impl EncodeAs<T>,
        value: &Option<T>,
        number: u32,
        bit: u32,
    ) {
        if number >> bit & 1 != 0 {
            match value {
                Some(value) => self.field_as([combinator, field], form, value),
                None => self.state.absent_field(1 << bit, [combinator, mask], &[(bit, field)]),
            }
        }
    }

    /// The sum of these numbers. One that is too large is a mistake in this field, and 0.
    #[inline]
    pub fn sum(&mut self, [combinator, field]: [&'static str; 2], numbers: &[u32]) -> u32 {
        match sum(numbers) {
            Some(sum) => sum,
            None => {
                self.state.overflow(Place { combinator, field });
                0
            }
        }
    }

    /// Whether a vector has as many elements as a count says; if not, that is a mistake.
    #[inline]
    pub(crate) fn agrees(&mut self, count: u32, len: usize) -> bool {
        let agrees = count as usize == len;
        if !agrees {
            self.state.count_mismatch(count, len);
        }
        agrees
    }
}

/// The sum of these numbers, if it is one.
#[inline]
pub(crate) fn sum(numbers: &[u32]) -> Option<u32> {
    numbers.iter().try_fold(0_u32, |sum, number| sum.checked_add(*number))
}

impl State {
    #[cold]
    #[inline(never)]
    fn count_mismatch(&mut self, count: u32, len: usize) {
        self.fail(EncodeErrorKind::CountMismatch { count, len });
    }

    #[cold]
    #[inline(never)]
    fn overflow(&mut self, place: Place) {
        if self.error.is_none() {
            self.fail(EncodeErrorKind::NumberOverflow);
            self.error.as_mut().expect("it was just kept").found_in(place);
        }
    }
}

#[cfg(test)]
mod tests;
