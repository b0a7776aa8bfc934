//! Computed fields: masks, which say what optional fields are present, and lengths.

use super::State;
use crate::form::EncodeAs;
use crate::{EncodeErrorKind, Serializable, Writer};

// What only generated code calls.
#[doc(hidden)]
impl Writer<'_> {
    /// Appends a value and sets its bit in the mask, if there is a value.
    #[inline]
    pub fn flagged<T: Serializable>(&mut self, value: &Option<T>, mask: &mut u32, bit: u32) {
        if let Some(value) = value {
            *mask |= bit;
            self.write(value);
        }
    }

    /// Appends a value in this form and sets its bit in the mask, if there is a value.
    #[inline]
    pub fn flagged_as<T>(&mut self, form: impl EncodeAs<T>, value: &Option<T>, mask: &mut u32, bit: u32) {
        if let Some(value) = value {
            *mask |= bit;
            self.write_as(form, value);
        }
    }

    /// Returns where the byte goes that is written after `ahead` others, for [`set_mask`](Self::set_mask).
    #[inline]
    pub fn place(&self, ahead: usize) -> usize {
        self.buf.len() + ahead
    }

    /// Writes a mask into the four bytes at `place`, which have been appended: the bits are known once the fields have
    /// been written, and to look at the fields twice takes longer.
    #[inline]
    pub fn set_mask(&mut self, place: usize, mask: u32) {
        if let Some(room) = self.buf.get_mut(place..).and_then(<[u8]>::first_chunk_mut) {
            *room = mask.to_le_bytes();
        }
    }

    /// Returns the mask to write for the field `own`, which holds the bits that no field declares: with `bits`, those of
    /// the fields that are present.
    ///
    /// A bit of `declared` that is set in `own` although its field is absent is an error. For its message, `names` are
    /// the TL names of the combinator and the mask, `fields` those of the fields by bit.
    #[inline]
    pub fn visible_mask(
        &mut self,
        own: u32,
        declared: u32,
        bits: u32,
        names: [&'static str; 2],
        fields: &[(u32, &'static str)],
    ) -> u32 {
        if own & declared & !bits != 0 {
            self.state.absent_field(own & declared & !bits, names, fields);
        }
        own & !declared | bits
    }

    /// The same for a mask that is itself optional: it is there if `own` is, or if one of its fields is.
    #[inline]
    pub fn optional_visible_mask(
        &mut self,
        own: Option<u32>,
        declared: u32,
        bits: u32,
        names: [&'static str; 2],
        fields: &[(u32, &'static str)],
    ) -> Option<u32> {
        match own {
            None if bits == 0 => None,
            own => Some(self.visible_mask(own.unwrap_or(0), declared, bits, names, fields)),
        }
    }

    /// Records an error: of the fields that share a flag bit, some are present and others absent. `fields` are their TL
    /// names.
    #[inline]
    pub fn disagree(&mut self, combinator: &'static str, fields: &[(&'static str, bool)]) {
        self.state.disagree(combinator, fields);
    }

    /// Returns the length of `body` in bytes, which is written before it; `names` are the TL names of the combinator and
    /// the body. A length that does not fit is an error.
    #[inline]
    pub fn length(&mut self, body: &[u8], names: [&'static str; 2]) -> i32 {
        match i32::try_from(body.len()) {
            Ok(length) => length,
            Err(_) => self.state.body_too_long(body.len(), names),
        }
    }
}

impl State {
    #[cold]
    #[inline(never)]
    pub(super) fn absent_field(
        &mut self,
        bits: u32,
        [combinator, mask]: [&'static str; 2],
        fields: &[(u32, &'static str)],
    ) {
        let bit = bits.trailing_zeros();
        let field = fields.iter().find(|(of, _)| *of == bit).map_or("", |(_, field)| *field);
        self.fail(EncodeErrorKind::AbsentField { combinator, mask, bit, field });
    }

    #[cold]
    #[inline(never)]
    fn disagree(&mut self, combinator: &'static str, fields: &[(&'static str, bool)]) {
        let named = |wanted| fields.iter().filter(|field| field.1 == wanted).map(|field| field.0).collect();
        self.fail(EncodeErrorKind::FlagConflict { combinator, set: named(true), unset: named(false) });
    }

    #[cold]
    #[inline(never)]
    fn body_too_long(&mut self, len: usize, [combinator, body]: [&'static str; 2]) -> i32 {
        self.fail(EncodeErrorKind::BodyTooLong { combinator, body, len });
        0
    }
}

#[cfg(test)]
mod tests;
