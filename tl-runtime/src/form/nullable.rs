//! The form of an object that may be null.

use super::{DecodeAs, EncodeAs};
use crate::{DecodeError, Deserializable, Reader, Serializable, Writer};

/// The id of `null = Null`.
pub(crate) const NULL: u32 = 0x5673_0bcc;

/// An object with its id, or the id of `null` in its place.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nullable;

impl<T: Serializable> EncodeAs<Option<T>> for Nullable {
    #[inline]
    fn write(self, value: &Option<T>, mut writer: Writer<'_>) {
        match value {
            Some(value) => value.write_to(writer),
            None => writer.id(NULL),
        }
    }

    #[inline]
    fn size_hint(self, value: &Option<T>) -> usize {
        value.as_ref().map_or(4, T::size_hint)
    }
}

impl<'de, T: Deserializable<'de>> DecodeAs<'de, Option<T>> for Nullable {
    #[inline]
    fn min_size(self) -> usize {
        4
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<Option<T>, DecodeError> {
        if reader.remaining().first_chunk() != Some(&NULL.to_le_bytes()) {
            return reader.read().map(Some);
        }
        reader.id().map(|_| None)
    }
}
