//! Objects that are passed on unread.

use std::fmt;

use bytes::Bytes;

use crate::{DecodeError, Deserializable, EncodeError, EncodeErrorKind, Reader, Serializable, Writer};

/// An object of any type (`Object`), unread: all bytes to the end of the buffer, the id first.
///
/// The page on [serialization](https://core.telegram.org/mtproto/serialize#object-pseudotype) tells of the pseudotype.
/// What it holds is shared with the input where that is ([`Deserializable::from_shared`]), else copied.
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
    /// The object whose boxed form is `bytes`. One of fewer than four bytes cannot be written.
    #[inline]
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self { bytes: bytes.into() }
    }

    /// The boxed form of a value as an object.
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
        self.bytes.first_chunk().copied().map(u32::from_le_bytes)
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

    /// Whether there are no bytes, not even an id.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
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

/// The size of an id: what an object has at least.
const ID_SIZE: usize = 4;

impl Serializable for RawObject {
    #[inline]
    fn write_to(&self, writer: &mut Writer) {
        match self.len() {
            len @ 0..ID_SIZE => writer.fail(EncodeErrorKind::ObjectWithoutId { len }),
            _ => writer.bytes(&self.bytes),
        }
    }
}

impl<'de> Deserializable<'de> for RawObject {
    const MIN_SIZE: usize = ID_SIZE;

    #[inline]
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let len = reader.remaining().len().max(ID_SIZE);
        let bytes = reader.take(len)?;
        Ok(Self::new(reader.share(bytes)))
    }
}

/// Shows id and length: the bytes may be half a megabyte of file.
impl fmt::Debug for RawObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("RawObject");
        if let Some(id) = self.id() {
            shown.field("id", &format_args!("{id:#010x}"));
        }
        shown.field("len", &self.len()).finish()
    }
}

#[cfg(test)]
mod tests;
