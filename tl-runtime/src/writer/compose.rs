//! How values are put together: options, vectors, combinators in combinators.

use super::State;
use crate::limits::ID_SIZE;
use crate::wire::Encode;
use crate::{BareSerializable, Combinator, EncodeErrorKind, Serializable, Writer};

impl Writer<'_> {
    /// Appends a value in the form of its type.
    #[inline]
    pub fn write<T: Serializable + ?Sized>(&mut self, value: &T) {
        value.write_to(self.reborrow());
    }

    /// Appends a value in the form `W`.
    #[inline]
    pub fn wire<W: Encode<T>, T: ?Sized>(&mut self, value: &T) {
        W::write(value, self.reborrow());
    }

    /// Appends a value and sets its bit in the flags, if there is a value.
    #[inline]
    pub fn optional<T: Serializable>(&mut self, value: &Option<T>, flags: &mut u32, bit: u32) {
        if let Some(value) = value {
            *flags |= bit;
            self.write(value);
        }
    }

    /// Appends a value in the form `W` and sets its bit in the flags, if there is a value.
    #[inline]
    pub fn optional_wire<W: Encode<T>, T>(&mut self, value: &Option<T>, flags: &mut u32, bit: u32) {
        if let Some(value) = value {
            *flags |= bit;
            self.wire::<W, T>(value);
        }
    }

    /// Where the byte goes that is written after `ahead` others, for [`set_mask`](Self::set_mask).
    #[inline]
    pub fn place(&self, ahead: usize) -> usize {
        self.buf.len() + ahead
    }

    /// Puts flags into the four bytes at `place`, which are written: which fields are there shows when they are written,
    /// and looking twice takes longer.
    #[inline]
    pub fn set_mask(&mut self, place: usize, flags: u32) {
        if let Some(room) = self.buf.get_mut(place..).and_then(<[u8]>::first_chunk_mut) {
            *room = flags.to_le_bytes();
        }
    }

    /// Appends the bare form of a combinator, one level deeper than what holds it if it is
    /// [recursive](Combinator::RECURSIVE). Beyond the depth limit that is a mistake, and nothing is written.
    #[inline]
    pub fn combinator<T: Combinator + BareSerializable>(&mut self, value: &T) {
        if self.enter::<T>() {
            value.write_bare_to(self.reborrow());
            self.leave::<T>();
        }
    }

    /// Goes one level deeper, if that is allowed: see [`leave`](Self::leave).
    #[inline]
    pub(crate) fn enter<T: Combinator>(&mut self) -> bool {
        if !T::RECURSIVE {
            return true;
        }
        match self.state.depth.checked_sub(1) {
            Some(depth) => {
                self.state.depth = depth;
                true
            }
            None => {
                self.state.too_deep();
                false
            }
        }
    }

    #[inline]
    pub(crate) fn leave<T: Combinator>(&mut self) {
        if T::RECURSIVE {
            self.state.depth += 1;
        }
    }

    /// Appends the boxed form of an object. One without room for an id is a mistake, and nothing is written.
    #[inline]
    pub(crate) fn object(&mut self, boxed: &[u8]) {
        match boxed.len() {
            len @ 0..ID_SIZE => self.state.object_without_id(len),
            _ => self.bytes(boxed),
        }
    }

    /// Keeps the mistake that fields which share a flag bit are neither all present nor all absent; `fields` holds their
    /// TL names.
    #[inline]
    pub fn disagree(&mut self, combinator: &'static str, fields: &[(&'static str, bool)]) {
        self.state.disagree(combinator, fields);
    }

    /// Whether the field named `field` holds the length of `body`, the bytes of the field named `name`; if not, that is a
    /// mistake, and the body need not be written.
    #[inline]
    pub fn length(
        &mut self,
        combinator: &'static str,
        field: &'static str,
        declared: i64,
        name: &'static str,
        body: &[u8],
    ) -> bool {
        // The cast loses nothing: no slice is longer than `isize::MAX`.
        let agree = declared == body.len() as i64;
        if !agree {
            self.state.length_mismatch([combinator, field, name], declared, body.len());
        }
        agree
    }
}

impl State {
    #[cold]
    #[inline(never)]
    fn too_deep(&mut self) {
        self.fail(EncodeErrorKind::TooDeep { limit: self.max_depth });
    }

    #[cold]
    #[inline(never)]
    fn object_without_id(&mut self, len: usize) {
        self.fail(EncodeErrorKind::ObjectWithoutId { len });
    }

    #[cold]
    #[inline(never)]
    fn length_mismatch(
        &mut self,
        [combinator, field, body]: [&'static str; 3],
        declared: i64,
        actual: usize,
    ) {
        self.fail(EncodeErrorKind::LengthMismatch { combinator, field, declared, body, actual });
    }

    #[cold]
    #[inline(never)]
    fn disagree(&mut self, combinator: &'static str, fields: &[(&'static str, bool)]) {
        let named = |wanted| fields.iter().filter(|field| field.1 == wanted).map(|field| field.0).collect();
        self.fail(EncodeErrorKind::FlagConflict { combinator, set: named(true), unset: named(false) });
    }
}
