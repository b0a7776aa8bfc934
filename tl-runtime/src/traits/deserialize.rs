use alloc::vec::Vec;

use bytes::Bytes;

use super::{Decode, OwnId};
use crate::form::Bare;
use crate::{Combinator, DecodeError, Reader};

/// A value that can be read from its boxed form: the id of its constructor, then the fields.
///
/// Primitives, `bool` and `Vec` are read in the form that a function result and a vector element have; see
/// [`Serializable`](crate::Serializable), which is the mirror image. Types that borrow (`&'de str`, `&'de [u8]`) point
/// into the input.
///
/// ```
/// use tl_runtime::Deserializable;
///
/// assert!(bool::from_bytes(&[0xb5, 0x75, 0x72, 0x99])?);
/// assert_eq!(<&str>::from_bytes(b"\x03abc")?, "abc");
/// assert!(i32::from_bytes(&[1, 2, 3]).is_err());
/// # Ok::<(), tl_runtime::DecodeError>(())
/// ```
pub trait Deserializable<'de>: Sized {
    /// The fewest bytes that a value takes; 0 if unknown. A vector whose count times this exceeds what is left of the
    /// input is refused before anything is reserved for it.
    const MIN_SIZE: usize = 0;

    /// Reads the boxed form.
    ///
    /// # Errors
    ///
    /// If the input ends too early, or contains an id that the type does not have, a string that is not UTF-8, a count or
    /// nesting beyond its limit, or (strict readers only) a form that encode does not produce. The position of the reader
    /// is then unspecified.
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError>;

    /// Decodes a value from `bytes`, which must contain nothing else.
    ///
    /// # Errors
    ///
    /// Those of [`deserialize`](Self::deserialize), and bytes left over after the value.
    #[inline]
    fn from_bytes(bytes: &'de [u8]) -> Result<Self, DecodeError> {
        Reader::new(bytes).whole()
    }

    /// Decodes a value from `bytes`, which must contain nothing else; fields of type [`Bytes`] share the buffer instead of
    /// copying from it.
    ///
    /// A shared field keeps the whole buffer alive.
    ///
    /// # Errors
    ///
    /// Those of [`from_bytes`](Self::from_bytes).
    #[inline]
    fn from_shared(bytes: &'de Bytes) -> Result<Self, DecodeError> {
        Reader::from_shared(bytes).whole()
    }

    /// Decodes a value from the start of `bytes`, and returns it with the number of bytes that it took: for messages that
    /// are followed by padding.
    ///
    /// ```
    /// use tl_runtime::Deserializable;
    ///
    /// let (text, taken) = String::from_prefix(b"\x03abcpadding")?;
    /// assert_eq!((text.as_str(), taken), ("abc", 4));
    /// # Ok::<(), tl_runtime::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`deserialize`](Self::deserialize).
    #[inline]
    fn from_prefix(bytes: &'de [u8]) -> Result<(Self, usize), DecodeError> {
        let mut reader = Reader::new(bytes);
        let value = ok_or_return!(Self::deserialize(&mut reader));
        Ok((value, reader.offset()))
    }

    /// Reads the elements of a vector, after its id and count, which has passed [`Reader::count`]. A shortcut: it reads
    /// what [`deserialize`](Self::deserialize) reads for each.
    ///
    /// # Errors
    ///
    /// Those of [`deserialize`](Self::deserialize).
    #[doc(hidden)]
    #[inline]
    fn deserialize_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
        reader.many(count, Self::MIN_SIZE, Self::deserialize)
    }
}

/// A value that can be read from its bare form: the fields of one constructor, without its id.
///
/// [Bare types](https://core.telegram.org/mtproto/serialize#boxed-and-bare-types) are for places where the schema names
/// the constructor and the reader therefore knows it. Implemented for every combinator that can be decoded; the mirror
/// image of [`BareSerializable`](crate::BareSerializable).
///
/// ```
/// use tl_runtime::{BareDeserializable, Deserializable, True};
///
/// assert_eq!(True::from_bytes(&[0x39, 0xd3, 0xed, 0x3f])?, True);
/// assert_eq!(True::from_bare_bytes(&[])?, True);
/// # Ok::<(), tl_runtime::DecodeError>(())
/// ```
pub trait BareDeserializable<'de>: Combinator + Sized {
    /// The fewest bytes that a value takes without its id: all that it takes if its size is fixed.
    const MIN_BARE_SIZE: usize;

    /// Reads the bare form.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError>;

    /// Decodes the bare form from `bytes`, which must contain nothing else.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`].
    fn from_bare_bytes(bytes: &'de [u8]) -> Result<Self, DecodeError>;

    /// Decodes the bare form from the start of `bytes`, and returns it with the number of bytes that it took: for headers.
    ///
    /// ```
    /// mod envelope {
    ///     tl_runtime::tl! { header #1 key_id:long msg_key:int128 = Header; }
    /// }
    ///
    /// use tl_runtime::BareDeserializable;
    ///
    /// # fn main() -> Result<(), tl_runtime::DecodeError> {
    /// let frame = [[7; 24].as_slice(), b"encrypted"].concat();
    /// let (header, taken) = envelope::types::Header::from_bare_prefix(&frame)?;
    /// assert_eq!(header.msg_key, [7; 16]);
    /// assert_eq!(&frame[taken..], b"encrypted");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    fn from_bare_prefix(bytes: &'de [u8]) -> Result<(Self, usize), DecodeError>;
}

impl<'de, T: Combinator + Decode<'de, Head: OwnId>> BareDeserializable<'de> for T {
    const MIN_BARE_SIZE: usize = T::LEAST;

    #[inline]
    fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.body()
    }

    #[inline]
    fn from_bare_bytes(bytes: &'de [u8]) -> Result<Self, DecodeError> {
        Reader::new(bytes).whole_as(Bare)
    }

    #[inline]
    fn from_bare_prefix(bytes: &'de [u8]) -> Result<(Self, usize), DecodeError> {
        let mut reader = Reader::new(bytes);
        let value = ok_or_return!(reader.body());
        Ok((value, reader.offset()))
    }
}

/// A value that does not borrow from the input it was read from.
///
/// Implemented for every such type. For the answers of functions see [`FunctionOwned`](crate::FunctionOwned).
pub trait DeserializableOwned: for<'de> Deserializable<'de> {}

impl<T: for<'de> Deserializable<'de>> DeserializableOwned for T {}
