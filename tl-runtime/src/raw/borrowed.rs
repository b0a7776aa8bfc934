use core::fmt;

use crate::limits::ID_SIZE;
use crate::traits::{Decode, Encode, NoId};
use crate::{DecodeError, Deserializable, RawObject, Reader, Writer};

/// An object of any type (`Object`), unread, in the input that it was read from: a [`RawObject`] under `#![tl(borrow)]`.
///
/// ```
/// use tl_runtime::{Deserializable, RawObjectRef};
///
/// let object = RawObjectRef::from_bytes(&[0xb5, 0x75, 0x72, 0x99])?;
/// assert_eq!(object.id(), Some(0x997275b5));
/// assert!(object.decode::<bool>()?);
/// # Ok::<(), tl_runtime::DecodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RawObjectRef<'a> {
    bytes: &'a [u8],
}

impl<'a> RawObjectRef<'a> {
    /// Creates an object from its boxed form. An object of fewer than four bytes cannot be encoded.
    #[inline]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The id of the object's constructor; `None` if there are fewer than four bytes.
    #[inline]
    pub fn id(self) -> Option<u32> {
        self.bytes.first_chunk().copied().map(u32::from_le_bytes)
    }

    /// The boxed form.
    #[inline]
    pub fn as_bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The length of the boxed form in bytes.
    #[inline]
    pub fn len(self) -> usize {
        self.bytes.len()
    }

    /// Whether the object has no bytes, not even an id.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// Copies the bytes into an object that owns them.
    #[inline]
    pub fn into_owned(self) -> RawObject {
        RawObject::new(self.bytes.to_vec())
    }

    /// Reads the object as a value of a known type, which may borrow the bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`]; offsets count from the start of the object.
    #[inline]
    pub fn decode<T: Deserializable<'a>>(self) -> Result<T, DecodeError> {
        T::from_bytes(self.bytes)
    }

    /// Shows id and length under the name of a type.
    pub(super) fn describe(self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct(name);
        if let Some(id) = self.id() {
            shown.field("id", &format_args!("{id:#010x}"));
        }
        shown.field("len", &self.len()).finish()
    }
}

impl Encode for RawObjectRef<'_> {
    type Head = NoId;

    #[inline]
    fn encode(&self, mut writer: Writer<'_>) {
        writer.object(self.bytes);
    }

    #[inline]
    fn hint(&self) -> usize {
        self.len()
    }
}

impl<'de> Decode<'de> for RawObjectRef<'de> {
    type Head = NoId;

    const LEAST: usize = ID_SIZE;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let len = reader.remaining().len().max(ID_SIZE);
        reader.take(len).map(Self::new)
    }
}

/// Shows id and length only: the bytes may be half a megabyte of a file.
impl fmt::Debug for RawObjectRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.describe("RawObjectRef", f)
    }
}
