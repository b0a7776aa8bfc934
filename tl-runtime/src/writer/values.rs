//! Writes fields: values, optional ones, nested combinators.

use super::State;
use crate::form::EncodeAs;
use crate::limits::ID_SIZE;
use crate::traits::{Encode, Head};
use crate::{EncodeErrorKind, Serializable, Writer};

impl Writer<'_> {
    /// Appends a value in the form of its type.
    #[inline]
    pub fn write<T: Serializable + ?Sized>(&mut self, value: &T) {
        value.write_to(self.reborrow());
    }
}

// What only generated code calls.
#[doc(hidden)]
impl Writer<'_> {
    /// Appends `N` bytes as they are.
    #[inline]
    pub fn array<const N: usize>(&mut self, bytes: &[u8; N]) {
        self.buf.extend_from_slice(bytes);
    }

    /// Appends a value in this form.
    #[inline]
    pub fn write_as<T: ?Sized>(&mut self, form: impl EncodeAs<T>, value: &T) {
        form.write(value, self.reborrow());
    }

    /// Appends a value, if there is one.
    #[inline]
    pub fn optional<T: Serializable>(&mut self, value: &Option<T>) {
        if let Some(value) = value {
            self.write(value);
        }
    }

    /// Appends a value in this form, if there is one.
    #[inline]
    pub fn optional_as<T>(&mut self, form: impl EncodeAs<T>, value: &Option<T>) {
        if let Some(value) = value {
            self.write_as(form, value);
        }
    }

    /// Appends an id and the value.
    // A function of its own in release builds: it makes room for the id and the first fields at once. In debug builds no
    // frame more for each level of nesting.
    #[cfg_attr(debug_assertions, inline(always))]
    #[cfg_attr(not(debug_assertions), inline)]
    pub(crate) fn tagged<T: Encode + ?Sized>(mut self, id: u32, value: &T) {
        self.id(id);
        self.body(value);
    }

    /// Appends a value without its id, one level deeper than what holds it if it is recursive. Beyond the depth limit that
    /// is an error, and nothing is written.
    // Always, as what calls it: debug builds then need one frame for a level of nesting instead of three.
    #[inline(always)]
    pub fn body<T: Encode + ?Sized>(&mut self, value: &T) {
        if self.enter::<T::Head>() {
            value.encode(self.reborrow());
            self.leave::<T::Head>();
        }
    }

    /// Enters a level of nesting, if the limit allows it; [`leave`](Self::leave) is the other half.
    #[inline]
    pub fn enter<H: Head>(&mut self) -> bool {
        if !H::RECURSIVE {
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

    /// Leaves a level of nesting.
    #[inline]
    pub fn leave<H: Head>(&mut self) {
        if H::RECURSIVE {
            self.state.depth += 1;
        }
    }

    /// Appends the boxed form of an object. One that is too short for an id is an error, and nothing is written.
    #[inline]
    pub(crate) fn object(&mut self, boxed: &[u8]) {
        match boxed.len() {
            len @ 0..ID_SIZE => self.state.object_without_id(len),
            _ => self.bytes(boxed),
        }
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
}
