//! Objects that are passed on unread.

mod borrowed;

use core::fmt;

use bytes::Bytes;

pub use self::borrowed::RawObjectRef;
use crate::traits::{Decode, Encode, NoId};
use crate::{DecodeError, Deserializable, EncodeError, Reader, Serializable, Writer};

/// An object of any type (`Object`), unread: all bytes to the end of the buffer, the id first.
///
/// The page on [serialization](https://core.telegram.org/mtproto/serialize#object-pseudotype) describes the pseudotype.
/// Its bytes are shared with the input if that is shared ([`Deserializable::from_shared`]), else copied; with
/// `#![tl(borrow)]` fields are [`RawObjectRef`]s instead.
///
/// ```
/// use tl_runtime::RawObject;
///
/// let object = RawObject::from_value(&vec![7_i64])?;
/// assert_eq!(object.id(), Some(0x1cb5c415));
/// assert_eq!(object.decode::<Vec<i64>>()?, [7]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct RawObject {
    bytes: Bytes,
}

impl RawObject {
    /// Creates an object from its boxed form. An object of fewer than four bytes cannot be encoded.
    #[inline]
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self { bytes: bytes.into() }
    }

    /// Creates an object from the boxed form of a value.
    ///
    /// # Errors
    ///
    /// Those of [`Serializable::to_bytes`].
    #[inline]
    pub fn from_value<T: Serializable + ?Sized>(value: &T) -> Result<Self, EncodeError> {
        value.to_bytes().map(Self::new)
    }

    /// The id of the object's constructor; `None` if there are fewer than four bytes.
    #[inline]
    pub fn id(&self) -> Option<u32> {
        self.view().id()
    }

    /// The boxed form.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The boxed form, without copying it.
    #[inline]
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// The length of the boxed form in bytes.
    #[inline]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether the object has no bytes, not even an id.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The same object, borrowed.
    #[inline]
    pub fn view(&self) -> RawObjectRef<'_> {
        RawObjectRef::new(&self.bytes)
    }

    /// Reads the object as a value of a known type, which may share or borrow the bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`]; offsets count from the start of the object.
    #[inline]
    pub fn decode<'a, T: Deserializable<'a>>(&'a self) -> Result<T, DecodeError> {
        T::from_shared(&self.bytes)
    }
}

impl Encode for RawObject {
    type Head = NoId;

    #[inline]
    fn encode(&self, mut writer: Writer<'_>) {
        writer.write(&self.view());
    }

    #[inline]
    fn hint(&self) -> usize {
        self.len()
    }
}

impl<'de> Decode<'de> for RawObject {
    type Head = NoId;

    const LEAST: usize = RawObjectRef::MIN_SIZE;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let object: RawObjectRef<'de> = reader.read()?;
        Ok(Self::new(reader.share(object.as_bytes())))
    }
}

/// Shows id and length only: the bytes may be half a megabyte of a file.
impl fmt::Debug for RawObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().describe("RawObject", f)
    }
}

#[cfg(test)]
mod tests;
