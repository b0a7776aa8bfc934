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

    /// Appends room for a flags field and returns its place, for [`set_mask`](Self::set_mask): which fields are there
    /// shows when they are written, and looking twice takes longer.
    #[inline]
    pub fn mask(&mut self) -> usize {
        let place = self.buf.len();
        self.u32(0);
        place
    }

    /// Puts flags into the room that [`mask`](Self::mask) made for them.
    #[inline]
    pub fn set_mask(&mut self, place: usize, flags: u32) {
        if let Some(room) = self.buf.get_mut(place..).and_then(<[u8]>::first_chunk_mut) {
            *room = flags.to_le_bytes();
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

    /// Keeps the mistake that fields which share a flag bit are neither all present nor all absent; `fields` holds their
    /// TL names.
    #[cold]
    #[inline(never)]
    pub fn disagree(&mut self, combinator: &'static str, fields: &[(&'static str, bool)]) {
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
