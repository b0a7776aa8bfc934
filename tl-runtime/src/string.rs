//! The Rust types of `string` and `bytes`; their form is in `writer/string.rs` and `reader/string.rs`.

use bytes::Bytes;

use crate::{DecodeError, DecodeErrorKind, Deserializable, Reader, Serializable, Writer};

/// Types whose form is that of the bytes they hold.
macro_rules! write_as {
    ($($method:ident: $($type:ty),*;)*) => {$($(
        impl Serializable for $type {
            #[inline]
            fn write_to(&self, mut writer: Writer<'_>) {
                writer.$method(self.as_ref());
            }

            #[inline]
            fn size_hint(&self) -> usize {
                (1 + self.len()).next_multiple_of(4)
            }
        }
    )*)*};
}

write_as! {
    string: str, &str, String;
    byte_string: [u8], &[u8], Bytes;
}

impl<'de> Deserializable<'de> for &'de [u8] {
    const MIN_SIZE: usize = 4;

    #[inline]
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.byte_string()
    }
}

/// Shared with the input where that is shared ([`Reader::from_shared`]), else copied.
impl<'de> Deserializable<'de> for Bytes {
    const MIN_SIZE: usize = 4;

    // Not inlined, as for `String`: beside an allocation a call is nothing, and schemas have thousands of such fields.
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let data = reader.byte_string()?;
        Ok(reader.share(data))
    }
}

impl<'de> Deserializable<'de> for &'de str {
    const MIN_SIZE: usize = 4;

    #[inline]
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let start = reader.offset();
        let data = reader.string_bytes()?;
        str::from_utf8(data)
            .map_err(|error| DecodeError::new(DecodeErrorKind::InvalidUtf8(error), start).expecting("string"))
    }
}

impl<'de> Deserializable<'de> for String {
    const MIN_SIZE: usize = 4;

    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.read::<&str>().map(str::to_owned)
    }
}

#[cfg(test)]
mod tests;
