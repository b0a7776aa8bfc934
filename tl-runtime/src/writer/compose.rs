//! How values are put together: options, vectors, combinators in combinators.

use crate::wire::Encode;
use crate::{BareSerializable, EncodeErrorKind, Serializable, Writer};

impl Writer {
    /// Appends a value in the form of its type.
    #[inline]
    pub fn write<T: Serializable + ?Sized>(&mut self, value: &T) {
        value.write_to(self);
    }

    /// Appends a value in the form `W`.
    #[inline]
    pub fn wire<W: Encode<T>, T: ?Sized>(&mut self, value: &T) {
        W::write(value, self);
    }

    /// Appends a value, if there is one; the flags field says whether.
    #[inline]
    pub fn optional<T: Serializable>(&mut self, value: &Option<T>) {
        if let Some(value) = value {
            self.write(value);
        }
    }

    /// Appends a value in the form `W`, if there is one; the flags field says whether.
    #[inline]
    pub fn optional_wire<W: Encode<T>, T>(&mut self, value: &Option<T>) {
        if let Some(value) = value {
            self.wire::<W, T>(value);
        }
    }

    /// Appends the bare form of a combinator, one level deeper than what holds it. Beyond the depth limit that is a
    /// mistake, and nothing is written.
    #[inline]
    pub fn combinator<T: BareSerializable + ?Sized>(&mut self, value: &T) {
        if self.enter() {
            value.write_bare_to(self);
            self.leave();
        }
    }

    /// Goes one level deeper, if that is allowed: see [`leave`](Self::leave).
    #[inline]
    pub(crate) fn enter(&mut self) -> bool {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                true
            }
            None => {
                self.fail(EncodeErrorKind::TooDeep { limit: self.max_depth });
                false
            }
        }
    }

    #[inline]
    pub(crate) fn leave(&mut self) {
        self.depth += 1;
    }

    /// Checks that fields which share a flag bit are all present or all absent; `fields` holds their TL names.
    #[inline]
    pub fn agree(&mut self, combinator: &'static str, fields: &[(&'static str, bool)]) {
        if let [(_, first), others @ ..] = fields
            && others.iter().any(|(_, present)| present != first)
        {
            self.disagree(combinator, fields);
        }
    }

    #[cold]
    #[inline(never)]
    fn disagree(&mut self, combinator: &'static str, fields: &[(&'static str, bool)]) {
        let named = |wanted| fields.iter().filter(|field| field.1 == wanted).map(|field| field.0).collect();
        self.fail(EncodeErrorKind::FlagConflict { combinator, set: named(true), unset: named(false) });
    }

    /// Checks that the field named `field` holds the length in bytes of the field named `body`.
    #[inline]
    pub fn length(
        &mut self,
        combinator: &'static str,
        field: &'static str,
        declared: i64,
        body: &'static str,
        actual: usize,
    ) {
        if usize::try_from(declared) != Ok(actual) {
            self.fail(EncodeErrorKind::LengthMismatch { combinator, field, declared, body, actual });
        }
    }
}
