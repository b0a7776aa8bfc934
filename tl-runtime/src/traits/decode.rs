use alloc::boxed::Box;
use alloc::vec::Vec;

use super::encode::Head;
use crate::{DecodeError, Deserializable, Reader};

/// A type that generated code or this crate can read; the mirror image of [`Encode`](super::Encode).
///
/// [`Deserializable`] and [`BareDeserializable`](crate::BareDeserializable) follow from it.
pub trait Decode<'de>: Sized {
    /// What precedes the value itself in the default form.
    type Head: Head;

    /// The fewest bytes that the value itself takes. A vector whose count times this exceeds the rest of the input is
    /// refused before memory is reserved for it; a number that is too small only weakens that check.
    const LEAST: usize;

    /// Reads the value itself, after its id.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError>;

    /// Reads the elements of a vector without ids, after its count, which has passed [`Reader::count`]. A shortcut: it
    /// reads what [`decode`](Self::decode) reads for each. The caller tracks nesting depth.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    #[inline]
    fn decode_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
        reader.many(count, Self::LEAST, Self::decode)
    }
}

impl<'de, T: Decode<'de>> Deserializable<'de> for T {
    const MIN_SIZE: usize = T::Head::SIZE + T::LEAST;

    #[inline]
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        match T::Head::ID {
            // A call: a debug build would give its variables room on each level of nesting, also where there is no id.
            Some(id) => reader.tagged(id),
            None => T::decode(reader),
        }
    }

    #[inline]
    fn deserialize_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
        match T::Head::ID {
            None => T::decode_many(reader, count),
            Some(_) => reader.many(count, Self::MIN_SIZE, Self::deserialize),
        }
    }
}

impl<'de, T: Deserializable<'de>> Decode<'de> for Box<T> {
    type Head = super::NoId;

    const LEAST: usize = T::MIN_SIZE;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        T::deserialize(reader).map(Box::new)
    }
}
