//! Fields whose form depends on natural numbers; the mirror image of `reader/numbers.rs`.

use super::State;
use crate::error::Place;
use crate::form::EncodeAs;
use crate::traits::Head;
use crate::{EncodeErrorKind, Writer};

// What only generated code calls.
#[doc(hidden)]
impl Writer<'_> {
    /// Appends the value of a field in a form with numbers: if they are wrong, the error names the field and the combinator.
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

    /// The same for a field that may be absent.
    #[inline]
    pub fn optional_field_as<T>(
        &mut self,
        names: [&'static str; 2],
        form: impl EncodeAs<T>,
        value: &Option<T>,
    ) {
        if let Some(value) = value {
            self.field_as(names, form, value);
        }
    }

    /// The same, and sets the field's bit in the mask, if there is a value.
    #[inline]
    pub fn flagged_field_as<T>(
        &mut self,
        names: [&'static str; 2],
        form: impl EncodeAs<T>,
        value: &Option<T>,
        mask: &mut u32,
        bit: u32,
    ) {
        if let Some(value) = value {
            *mask |= bit;
            self.field_as(names, form, value);
        }
    }

    /// Appends the value of a field that is present if a bit of a parameter is set. A set bit without a value is an
    /// error; a value without the bit is left out.
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

    /// The same for a bit without bytes.
    #[inline]
    pub fn conditional_bit(
        &mut self,
        [combinator, field, mask]: [&'static str; 3],
        is_set: bool,
        number: u32,
        bit: u32,
    ) {
        if number >> bit & 1 != 0 && !is_set {
            self.state.absent_field(1 << bit, [combinator, mask], &[(bit, field)]);
        }
    }

    /// Appends the bare form of a combinator that depends on numbers, which `write` knows; one level deeper, as
    /// [`body`](Self::body) does it.
    #[inline]
    pub fn dependent<H: Head>(&mut self, write: impl FnOnce(Writer<'_>)) {
        if self.enter::<H>() {
            write(self.reborrow());
            self.leave::<H>();
        }
    }

    /// The value of a field that is only a count: the number of elements. If they are too many, that is an error in this
    /// field, and the value is 0.
    #[inline]
    pub fn number(&mut self, len: usize, [combinator, field]: [&'static str; 2]) -> u32 {
        match u32::try_from(len) {
            Ok(count) => count,
            Err(_) => {
                self.state.number_too_large(len, Place { combinator, field });
                0
            }
        }
    }

    /// The sum of these numbers. If it is too large, that is an error in this field, and the sum is 0.
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

    /// Whether a vector has as many elements as its count; if not, that is an error.
    #[inline]
    pub(crate) fn agrees(&mut self, count: u32, len: usize) -> bool {
        let agrees = count as usize == len;
        if !agrees {
            self.state.count_mismatch(count, len);
        }
        agrees
    }
}

/// The sum of these numbers, unless it is too large.
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
        self.fail_in(EncodeErrorKind::NumberOverflow, place);
    }

    #[cold]
    #[inline(never)]
    fn number_too_large(&mut self, count: usize, place: Place) {
        self.fail_in(EncodeErrorKind::CountTooLarge { count, max: u32::MAX as usize }, place);
    }

    fn fail_in(&mut self, kind: EncodeErrorKind, place: Place) {
        if self.error.is_none() {
            self.fail(kind);
            self.error.as_mut().expect("it was just kept").found_in(place);
        }
    }
}

#[cfg(test)]
mod tests;
