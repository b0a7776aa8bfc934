use bytes::Bytes;

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
    /// The fewest bytes that a value takes on the wire. A vector whose count times this exceeds what is left of the
    /// input is refused before anything is reserved for it; a number that is too small only weakens that check.
    const MIN_SIZE: usize;

    /// Reads the boxed form.
    ///
    /// # Errors
    ///
    /// If the input ends too early, holds an id that the type does not have, a string that is not UTF-8, a count or
    /// nesting beyond its limit, or (strict readers only) a form that encode does not produce. Where the reader then
    /// stands is not specified.
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError>;

    /// Reads the value that all of `bytes` is.
    ///
    /// # Errors
    ///
    /// Those of [`deserialize`](Self::deserialize), and bytes left over after the value.
    #[inline]
    fn from_bytes(bytes: &'de [u8]) -> Result<Self, DecodeError> {
        Reader::new(bytes).whole()
    }

    /// Reads the value that all of `bytes` is; fields of type [`Bytes`] share the buffer instead of copying from it.
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

    /// Reads the elements of a vector, after its id and count; `count` has passed [`Reader::count`].
    ///
    /// Only a shortcut for types that can be read many at a time; it must read what
    /// [`deserialize`](Self::deserialize) reads for each element.
    ///
    /// # Errors
    ///
    /// Those of [`deserialize`](Self::deserialize).
    #[inline]
    fn deserialize_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
        reader.many(count, Self::MIN_SIZE, Self::deserialize)
    }
}

/// A value that can be read from its bare form: the fields of one constructor, without its id.
///
/// [Bare types](https://core.telegram.org/mtproto/serialize#boxed-and-bare-types) stand where the schema names the
/// constructor and the reader therefore knows it. The mirror image of [`BareSerializable`](crate::BareSerializable).
///
/// ```
/// use tl_runtime::{BareDeserializable, Combinator, DecodeError, Deserializable, Reader};
///
/// #[derive(Debug, PartialEq)]
/// struct Point { x: i32, y: i32 }
///
/// impl Combinator for Point {
///     const ID: u32 = 0xdead_beef;
///     const NAME: &'static str = "point";
///     const TL: &'static str = "point#deadbeef x:int y:int = Point";
/// }
///
/// impl<'de> BareDeserializable<'de> for Point {
///     const MIN_BARE_SIZE: usize = 8;
///
///     fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
///         Ok(Point { x: reader.read()?, y: reader.read()? })
///     }
/// }
///
/// assert_eq!(Point::from_bare_bytes(&[1, 0, 0, 0, 2, 0, 0, 0])?, Point { x: 1, y: 2 });
/// assert_eq!(Point::from_bytes(&[0xef, 0xbe, 0xad, 0xde, 1, 0, 0, 0, 2, 0, 0, 0])?, Point { x: 1, y: 2 });
/// # Ok::<(), DecodeError>(())
/// ```
pub trait BareDeserializable<'de>: Sized {
    /// The fewest bytes that a value takes on the wire, without the id: see [`Deserializable::MIN_SIZE`].
    const MIN_BARE_SIZE: usize;

    /// Reads the bare form.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError>;

    /// Reads the value whose bare form all of `bytes` is.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`].
    #[inline]
    fn from_bare_bytes(bytes: &'de [u8]) -> Result<Self, DecodeError>
    where
        Self: Combinator,
    {
        Reader::new(bytes).whole_as(crate::form::Bare)
    }

    /// Reads the elements of a vector of bare values, after its count; `count` has passed [`Reader::count`].
    ///
    /// Only a shortcut for types that can be read many at a time ([`Reader::fixed_many`]); it must read what
    /// [`deserialize_bare`](Self::deserialize_bare) reads for each element. The level of nesting is the caller's affair.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    #[inline]
    fn deserialize_bare_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
        reader.many(count, Self::MIN_BARE_SIZE, Self::deserialize_bare)
    }
}

/// A value that keeps nothing of the input it was read from: what a client asks of `F::Return`.
///
/// Implemented for all types that can be.
///
/// ```
/// use tl_runtime::{DecodeError, Deserializable, DeserializableOwned, Function};
///
/// fn answer<F: Function<Return: DeserializableOwned>>(received: &[u8]) -> Result<F::Return, DecodeError> {
///     F::Return::from_bytes(received)
/// }
/// ```
pub trait DeserializableOwned: for<'de> Deserializable<'de> {}

impl<T: for<'de> Deserializable<'de>> DeserializableOwned for T {}

/// A combinator's boxed form is its id and its bare form.
impl<'de, T: Combinator + BareDeserializable<'de>> Deserializable<'de> for T {
    const MIN_SIZE: usize = 4 + T::MIN_BARE_SIZE;

    #[inline]
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        tri!(reader.expect_id(T::ID, T::NAME));
        reader.combinator()
    }
}
