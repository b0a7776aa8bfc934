//! Numbers, byte arrays, `Bool` and `True`.

use alloc::vec::Vec;

use crate::traits::{Decode, Encode, Id, NoId};
use crate::{Combinator, DecodeError, Reader, Writer};

/// Numbers: little-endian, no id (<https://core.telegram.org/mtproto/serialize#base-types>).
macro_rules! numbers {
    ($($type:ty: $name:literal),*) => {$(
        impl Encode for $type {
            type Head = NoId;

            #[inline]
            fn encode(&self, mut writer: Writer<'_>) {
                writer.array(&self.to_le_bytes());
            }

            #[inline]
            fn encode_slice(values: &[Self], writer: Writer<'_>) {
                if cfg!(target_endian = "little") {
                    return writer.in_memory(bytemuck::cast_slice(values));
                }
                writer.fixed_many(values, |value| value.to_le_bytes());
            }
        }

        impl<'de> Decode<'de> for $type {
            type Head = NoId;

            const LEAST: usize = size_of::<Self>();

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
                Ok(Self::from_le_bytes(*ok_or_return!(reader.builtin($name))))
            }

            #[inline]
            fn decode_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
                reader.fixed_many(count, |chunk| Self::from_le_bytes(*chunk))
            }
        }
    )*};
}

numbers!(i32: "int", u32: "#", i64: "long", f32: "float", f64: "double");

/// `int128`, `int256`, `int512`: the bytes as they are, no id, no length.
macro_rules! byte_arrays {
    ($($size:literal: $name:literal),*) => {$(
        impl Encode for [u8; $size] {
            type Head = NoId;

            #[inline]
            fn encode(&self, mut writer: Writer<'_>) {
                writer.array(self);
            }

            #[inline]
            fn encode_slice(values: &[Self], writer: Writer<'_>) {
                writer.in_memory(values.as_flattened());
            }
        }

        impl<'de> Decode<'de> for [u8; $size] {
            type Head = NoId;

            const LEAST: usize = $size;

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
                Ok(*ok_or_return!(reader.builtin($name)))
            }

            #[inline]
            fn decode_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
                reader.fixed_many(count, |chunk| *chunk)
            }
        }

        impl<'de> Decode<'de> for &'de [u8; $size] {
            type Head = NoId;

            const LEAST: usize = $size;

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
                reader.builtin($name)
            }

            #[inline]
            fn decode_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
                reader.fixed_many(count, |chunk| chunk)
            }
        }
    )*};
}

byte_arrays!(16: "int128", 32: "int256", 64: "int512");

/// The id of `boolTrue = Bool`.
const BOOL_TRUE: u32 = 0x9972_75b5;
/// The id of `boolFalse = Bool`.
const BOOL_FALSE: u32 = 0xbc79_9737;

/// `Bool`: one of two ids.
impl Encode for bool {
    type Head = NoId;

    #[inline]
    fn encode(&self, mut writer: Writer<'_>) {
        writer.id(if *self { BOOL_TRUE } else { BOOL_FALSE });
    }
}

/// `Bool`: one of two ids.
impl<'de> Decode<'de> for bool {
    type Head = NoId;

    const LEAST: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        match ok_or_return!(reader.id()) {
            BOOL_TRUE => Ok(true),
            BOOL_FALSE => Ok(false),
            id => Err(reader.unknown_id(id, "Bool")),
        }
    }
}

/// The only value of `True`, outside of optional fields (those are `bool`): no bytes if bare, just the id if boxed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct True;

impl Combinator for True {
    const ID: u32 = 0x3fed_d339;
    const NAME: &'static str = "true";
    const TL: &'static str = "true#3fedd339 = True";
}

impl Encode for True {
    type Head = Id<Self>;

    #[inline]
    fn encode(&self, _: Writer<'_>) {}
}

impl<'de> Decode<'de> for True {
    type Head = Id<Self>;

    const LEAST: usize = 0;

    #[inline]
    fn decode(_: &mut Reader<'de>) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

#[cfg(test)]
mod tests;
