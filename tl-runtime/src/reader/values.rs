//! Reads fields: values, optional ones, masks, nested combinators.

use alloc::boxed::Box;

use core::mem;

use crate::form::DecodeAs;
use crate::traits::{Decode, DecodeAnswer, Head};
use crate::{DecodeError, DecodeErrorKind, Deserializable, Reader};

impl<'de> Reader<'de> {
    /// Reads a value in the form of its type.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    #[inline]
    pub fn read<T: Deserializable<'de>>(&mut self) -> Result<T, DecodeError> {
        T::deserialize(self)
    }
}

// What only generated code calls.
#[doc(hidden)]
impl<'de> Reader<'de> {
    /// Decodes a value in this form from the remaining bytes, which must contain nothing else.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`].
    #[inline]
    pub fn whole_as<T>(mut self, form: impl DecodeAs<'de, T>) -> Result<T, DecodeError> {
        let value = form.read(&mut self);
        self.ended(value)
    }

    /// Decodes the answer to a call from the remaining bytes, which must contain nothing else.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`].
    #[inline]
    pub fn answer<F: ?Sized, T: DecodeAnswer<'de, F>>(mut self, call: &F) -> Result<T, DecodeError> {
        let value = T::read_answer(call, &mut self);
        self.ended(value)
    }

    /// Reads `N` bytes as they are.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`] if there are fewer.
    #[inline]
    pub fn chunk<const N: usize>(&mut self) -> Result<&'de [u8; N], DecodeError> {
        match self.rest.split_first_chunk() {
            Some((chunk, rest)) => {
                self.rest = rest;
                Ok(chunk)
            }
            None => Err(self.unexpected_end(N as u64)),
        }
    }

    /// Reads a value in this form.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    #[inline]
    pub fn read_as<T>(&mut self, form: impl DecodeAs<'de, T>) -> Result<T, DecodeError> {
        form.read(self)
    }

    /// Reads an optional value, if its flag is set.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    #[inline]
    pub fn optional<T: Deserializable<'de>>(&mut self, present: bool) -> Result<Option<T>, DecodeError> {
        // Not `Ok(None)` in its own branch: rustc would make it a constant, and copy all of its bytes.
        Ok(if present { Some(ok_or_return!(T::deserialize(self))) } else { None })
    }

    /// Reads an optional value in this form, if its flag is set.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    #[inline]
    pub fn optional_as<T>(
        &mut self,
        form: impl DecodeAs<'de, T>,
        present: bool,
    ) -> Result<Option<T>, DecodeError> {
        Ok(if present { Some(ok_or_return!(form.read(self))) } else { None })
    }

    /// Reads a flags field of which the schema declares the bits `known`.
    ///
    /// Other bits are kept and mean nothing: a newer peer may set those of `?true` fields without changing the id.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`]; from a strict reader [`DecodeErrorKind::UndeclaredBits`].
    #[inline]
    pub fn mask(&mut self, known: u32) -> Result<u32, DecodeError> {
        let mask = ok_or_return!(self.u32());
        self.check_mask(mask, known, 4)
    }

    /// Checks a flags field that starts `back` bytes before the current offset: see [`mask`](Self::mask).
    ///
    /// # Errors
    ///
    /// From a strict reader [`DecodeErrorKind::UndeclaredBits`].
    #[inline]
    pub fn check_mask(&self, mask: u32, known: u32, back: usize) -> Result<u32, DecodeError> {
        if self.strict && mask & !known != 0 {
            let kind = DecodeErrorKind::UndeclaredBits { bits: mask & !known };
            return Err(DecodeError::new(kind, self.offset().saturating_sub(back)));
        }
        Ok(mask)
    }

    /// Reads a flags field that is itself optional: see [`mask`](Self::mask). Encode leaves it out if no
    /// bit is set.
    ///
    /// # Errors
    ///
    /// Those of [`mask`](Self::mask); from a strict reader [`DecodeErrorKind::EmptyMask`].
    #[inline]
    pub fn optional_mask(&mut self, present: bool, known: u32) -> Result<Option<u32>, DecodeError> {
        if !present {
            return Ok(None);
        }
        let start = self.rest;
        let mask = ok_or_return!(self.mask(known));
        if self.strict && mask == 0 {
            self.rest = start;
            return Err(self.error(DecodeErrorKind::EmptyMask));
        }
        Ok(Some(mask))
    }

    /// Reads an id, which must be this one; `expected` is the TL name for it.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`], or [`DecodeErrorKind::UnknownId`] if it is another one.
    #[inline]
    pub fn expect_id(&mut self, id: u32, expected: &'static str) -> Result<(), DecodeError> {
        match ok_or_return!(self.id()) {
            found if found == id => Ok(()),
            found => Err(self.unknown_id(found, expected)),
        }
    }

    /// Reads an id, which must be this one, and the value.
    ///
    /// # Errors
    ///
    /// Those of [`expect_id`](Self::expect_id) and [`body`](Self::body).
    #[inline]
    pub fn tagged<T: Decode<'de>>(&mut self, id: u32) -> Result<T, DecodeError> {
        ok_or_return!(self.expect_id(id, T::Head::NAME));
        self.body()
    }

    /// Reads a value after its id, one level deeper than what holds it if it is recursive.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`], with the name of the type added to the path, and
    /// [`DecodeErrorKind::TooDeep`].
    // Always: LLVM does it anyway, but after it has optimised each for itself, which made releases build 8 % slower.
    #[inline(always)]
    pub fn body<T: Decode<'de>>(&mut self) -> Result<T, DecodeError> {
        ok_or_return!(self.enter::<T::Head>());
        // The error by value, the value untouched: it can then be built where it will stay.
        let value = T::decode(self).map_err(|error| error.found_in(T::Head::NAME));
        self.leave::<T::Head>();
        value
    }

    /// Enters a level of nesting, if the limit allows it; [`leave`](Self::leave) is the other half.
    #[inline]
    pub fn enter<H: Head>(&mut self) -> Result<(), DecodeError> {
        if !H::RECURSIVE {
            return Ok(());
        }
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                Ok(())
            }
            None => Err(DecodeError::too_deep(self.max_depth, self.offset())),
        }
    }

    /// Leaves a level of nesting.
    #[inline]
    pub fn leave<H: Head>(&mut self) {
        if H::RECURSIVE {
            self.depth += 1;
        }
    }

    /// Reads the bare form of a constructor as the variant `wrap` of its type.
    ///
    /// # Errors
    ///
    /// Those of [`body`](Self::body).
    #[inline]
    pub fn variant<T: Decode<'de>, E>(&mut self, wrap: impl FnOnce(T) -> E) -> Result<E, DecodeError> {
        self.body().map(wrap)
    }

    /// Reads the bare form of a constructor as the variant `wrap` of its type, whose payload is on the heap.
    ///
    /// # Errors
    ///
    /// Those of [`body`](Self::body).
    // `Copy`, as every constructor is: such a `wrap` needs no cleanup, which would else be compiled for each variant.
    #[inline]
    pub fn heap_variant<T: Decode<'de>, E>(
        &mut self,
        wrap: impl FnOnce(Box<T>) -> E + Copy,
    ) -> Result<E, DecodeError> {
        if T::Head::RECURSIVE {
            // `map` and not `ok_or_return!`: what that takes apart has a place in this frame while deeper levels are read.
            return self.body().map(Box::new).map(wrap);
        }
        // With the place there first, fields go where they stay, and the value is not copied to the heap as a whole. Of
        // recursive values that would be memory for levels that never come. Without it `messages.messages` takes a third more
        // time.
        let place = Box::new_uninit();
        match self.body() {
            Ok(value) => Ok(wrap(Box::write(place, value))),
            Err(error) => Err(error),
        }
    }

    /// Reads a value that must be exactly the next `length` bytes, as in `bytes:int body:Object`.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`]; [`DecodeErrorKind::NegativeLength`], and
    /// [`DecodeErrorKind::UnexpectedEnd`] if there are fewer bytes.
    #[inline]
    pub fn bounded<T: Deserializable<'de>>(&mut self, length: i32) -> Result<T, DecodeError> {
        let Ok(size) = usize::try_from(length) else {
            return Err(self.error(DecodeErrorKind::NegativeLength { length }));
        };
        let left = self.available();
        let Some((body, after)) = self.rest.split_at_checked(size).filter(|_| size <= left) else {
            return Err(self.error(DecodeErrorKind::UnexpectedEnd { needed: size as u64, left }));
        };
        // While the body is read, the input ends where the body does. Offsets do not change, and what the enclosing
        // vectors claimed comes after the body.
        let claimed = mem::take(&mut self.claimed);
        self.rest = body;
        self.len -= after.len();
        let value = T::deserialize(self);
        let value = self.ended(value);
        self.len += after.len();
        self.rest = after;
        self.claimed = claimed;
        value
    }

    /// Reads a value that must be exactly the next `length` bytes, if there is a length.
    ///
    /// # Errors
    ///
    /// Those of [`bounded`](Self::bounded).
    #[inline]
    pub fn optional_bounded<T: Deserializable<'de>>(
        &mut self,
        length: Option<i32>,
    ) -> Result<Option<T>, DecodeError> {
        length.map(|length| self.bounded(length)).transpose()
    }
}
