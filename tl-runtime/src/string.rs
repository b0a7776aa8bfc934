//! The Rust types of `string` and `bytes`; their form is in `writer/string.rs` and `reader/string.rs`.

use alloc::borrow::ToOwned;
use alloc::string::String;

use bytes::Bytes;

use crate::traits::{Decode, Encode, NoId};
use crate::{DecodeError, DecodeErrorKind, Reader, Writer};

/// Types whose form is that of the bytes they hold.
macro_rules! write_as {
    ($($type:ty),*) => {$(
        impl Encode for $type {
            type Head = NoId;

            #[inline(always)]
            fn encode(&self, mut writer: Writer<'_>) {
                writer.string(self.as_ref());
            }

            #[inline]
            fn hint(&self) -> usize {
                (1 + self.len()).next_multiple_of(4)
            }
        }
    )*};
}

write_as!(str, String, [u8], Bytes);

impl<'de> Decode<'de> for &'de [u8] {
    type Head = NoId;

    const LEAST: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.byte_string()
    }
}

/// Shared with the input if that is shared ([`Reader::from_shared`]), else copied.
impl<'de> Decode<'de> for Bytes {
    type Head = NoId;

    const LEAST: usize = 4;

    // Not inlined, as for `String`: next to an allocation a call costs nothing, and schemas have thousands of such fields.
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let data = reader.byte_string()?;
        Ok(reader.share(data))
    }
}

impl<'de> Decode<'de> for &'de str {
    type Head = NoId;

    const LEAST: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let start = reader.offset();
        let data = reader.string_bytes()?;
        str::from_utf8(data)
            .map_err(|error| DecodeError::new(DecodeErrorKind::InvalidUtf8(error), start).expecting("string"))
    }
}

impl<'de> Decode<'de> for String {
    type Head = NoId;

    const LEAST: usize = 4;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.read::<&str>().map(str::to_owned)
    }
}

#[cfg(test)]
mod tests;
