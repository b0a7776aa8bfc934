use alloc::boxed::Box;

use crate::form::{DecodeAs, EncodeAs};
use crate::{Combinator, DecodeError, Deserializable, Reader, Serializable, Writer};

/// The answer of a function if its encoding depends on the call: `get n:# => Tuple int n`.
///
/// It cannot be decoded or encoded without the call: see [`Function::answer`](crate::Function::answer) and
/// [`Function::encode_answer`](crate::Function::encode_answer).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Answer<T> {
    /// The value itself.
    pub value: T,
}

impl<T> Answer<T> {
    /// An answer with this value.
    pub fn new(value: T) -> Self {
        Answer { value }
    }
}

/// A call whose numbers determine how its answer is encoded.
pub trait Asks {
    /// The form of the value in the [`Answer`].
    type Form;

    /// The form with the numbers of this call.
    fn answer_form(&self) -> Self::Form;
}

impl<F: Asks> Asks for &F {
    type Form = F::Form;

    #[inline]
    fn answer_form(&self) -> F::Form {
        (**self).answer_form()
    }
}

impl<F: Asks> Asks for Box<F> {
    type Form = F::Form;

    #[inline]
    fn answer_form(&self) -> F::Form {
        (**self).answer_form()
    }
}

/// A type that can be decoded as the answer to a call `F`: any that can be decoded by itself, and [`Answer`].
pub trait DecodeAnswer<'de, F: ?Sized>: Sized {
    /// Reads the answer to this call.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    fn read_answer(call: &F, reader: &mut Reader<'de>) -> Result<Self, DecodeError>;
}

impl<'de, F: ?Sized, T: Deserializable<'de>> DecodeAnswer<'de, F> for T {
    #[inline]
    fn read_answer(_: &F, reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        T::deserialize(reader)
    }
}

impl<'de, F: Asks<Form: DecodeAs<'de, T>>, T> DecodeAnswer<'de, F> for Answer<T> {
    #[inline]
    fn read_answer(call: &F, reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        call.answer_form().read(reader).map(Answer::new)
    }
}

/// A type that can be encoded as the answer to a call `F`; the mirror image of [`DecodeAnswer`].
pub trait EncodeAnswer<F: ?Sized> {
    /// Appends the answer to this call.
    fn write_answer(&self, call: &F, writer: Writer<'_>);
}

impl<F: ?Sized, T: Serializable> EncodeAnswer<F> for T {
    #[inline]
    fn write_answer(&self, _: &F, writer: Writer<'_>) {
        self.write_to(writer);
    }
}

impl<F: Asks<Form: EncodeAs<T>> + Combinator, T> EncodeAnswer<F> for Answer<T> {
    #[inline]
    fn write_answer(&self, call: &F, mut writer: Writer<'_>) {
        writer.field_as([F::NAME, "answer"], call.answer_form(), &self.value);
    }
}
