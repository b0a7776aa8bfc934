//! A value that carries its form.

use core::fmt;
use core::marker::PhantomData;

use super::{DecodeAs, EncodeAs};
use crate::traits::{Decode, Encode, NoId};
use crate::{DecodeError, Reader, Writer};

/// A value with its form `W`: the answer of a function if its Rust type does not determine the form.
///
/// `= Int` answers an `int` after the id of `Int`:
///
/// ```
/// use tl_runtime::private::{Boxed, WithId};
/// use tl_runtime::{Deserializable, InForm, Serializable};
///
/// type Int = InForm<WithId<0xa8509bda, Boxed>, i32>;
/// let bytes = Int::new(7).to_bytes()?;
/// assert_eq!(bytes, [0xda, 0x9b, 0x50, 0xa8, 7, 0, 0, 0]);
/// assert_eq!(Int::from_bytes(&bytes)?.value, 7);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct InForm<W, T> {
    /// The value itself.
    pub value: T,
    form: PhantomData<W>,
}

impl<W, T> InForm<W, T> {
    /// A value in this form.
    pub fn new(value: T) -> Self {
        InForm { value, form: PhantomData }
    }
}

impl<W: EncodeAs<T> + Default, T> Encode for InForm<W, T> {
    type Head = NoId;

    #[inline]
    fn encode(&self, writer: Writer<'_>) {
        W::default().write(&self.value, writer);
    }
}

impl<'de, W: DecodeAs<'de, T> + Default, T> Decode<'de> for InForm<W, T> {
    type Head = NoId;

    // It depends on the value of the form.
    const LEAST: usize = 0;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        W::default().read(reader).map(Self::new)
    }
}

// Derives would put bounds on the form, too.

impl<W, T: fmt::Debug> fmt::Debug for InForm<W, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<W, T: Clone> Clone for InForm<W, T> {
    fn clone(&self) -> Self {
        InForm::new(self.value.clone())
    }
}

impl<W, T: PartialEq> PartialEq for InForm<W, T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
