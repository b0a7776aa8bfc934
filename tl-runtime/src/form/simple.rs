//! The forms of single values.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::{DecodeAs, EncodeAs};
use crate::traits::{Decode, Encode, OwnId};
use crate::{Combinator, DecodeError, Deserializable, Reader, Serializable, Writer};

/// The default form of a type: what [`Serializable`] writes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Boxed;

impl<T: Serializable + ?Sized> EncodeAs<T> for Boxed {
    #[inline]
    fn write(self, value: &T, writer: Writer<'_>) {
        value.write_to(writer);
    }

    #[inline]
    fn size_hint(self, value: &T) -> usize {
        value.size_hint()
    }

    #[inline]
    fn write_slice(self, values: &[T], writer: Writer<'_>)
    where
        T: Sized,
    {
        T::write_slice(values, writer);
    }
}

impl<'de, T: Deserializable<'de>> DecodeAs<'de, T> for Boxed {
    #[inline]
    fn min_size(self) -> usize {
        T::MIN_SIZE
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<T, DecodeError> {
        T::deserialize(reader)
    }

    #[inline]
    fn read_many(self, reader: &mut Reader<'de>, count: usize) -> Result<Vec<T>, DecodeError> {
        T::deserialize_many(reader, count)
    }
}

/// A combinator without its id: `%Message`, `message`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bare;

impl<T: Combinator + Encode<Head: OwnId>> EncodeAs<T> for Bare {
    #[inline]
    fn write(self, value: &T, mut writer: Writer<'_>) {
        writer.body(value);
    }

    #[inline]
    fn size_hint(self, value: &T) -> usize {
        value.hint()
    }

    /// All elements have the same level of nesting, which is entered once.
    #[inline]
    fn write_slice(self, values: &[T], mut writer: Writer<'_>) {
        if !values.is_empty() && writer.enter::<T::Head>() {
            T::encode_slice(values, writer.reborrow());
            writer.leave::<T::Head>();
        }
    }
}

impl<'de, T: Combinator + Decode<'de, Head: OwnId>> DecodeAs<'de, T> for Bare {
    #[inline]
    fn min_size(self) -> usize {
        T::LEAST
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<T, DecodeError> {
        reader.body()
    }

    /// All elements have the same level of nesting, which is entered once.
    #[inline]
    fn read_many(self, reader: &mut Reader<'de>, count: usize) -> Result<Vec<T>, DecodeError> {
        if count == 0 {
            return Ok(Vec::new());
        }
        ok_or_return!(reader.enter::<T::Head>());
        let values = T::decode_many(reader, count).map_err(|error| error.found_in(T::NAME));
        reader.leave::<T::Head>();
        values
    }
}

/// The form `E` of a value on the heap.
///
/// A `Box` is written like what it holds in the default form. Other forms need this: a `Box` is itself a combinator, so
/// an implementation for it would overlap with that of [`Bare`] for all combinators.
#[derive(Debug, Clone, Copy, Default)]
pub struct Heap<E>(pub E);

impl<T, E: EncodeAs<T>> EncodeAs<Box<T>> for Heap<E> {
    #[inline]
    fn write(self, value: &Box<T>, writer: Writer<'_>) {
        self.0.write(value, writer);
    }

    #[inline]
    fn size_hint(self, value: &Box<T>) -> usize {
        self.0.size_hint(value)
    }
}

impl<'de, T, E: DecodeAs<'de, T>> DecodeAs<'de, Box<T>> for Heap<E> {
    #[inline]
    fn min_size(self) -> usize {
        self.0.min_size()
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<Box<T>, DecodeError> {
        self.0.read(reader).map(Box::new)
    }
}

/// A `string` in which each run of bytes that is not UTF-8 is read as U+FFFD (option `string = "lossy"`).
///
/// It is encoded with the U+FFFD. A strict reader refuses such a string.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lossy;

impl EncodeAs<String> for Lossy {
    #[inline]
    fn write(self, value: &String, mut writer: Writer<'_>) {
        writer.string(value.as_bytes());
    }
}

impl<'de> DecodeAs<'de, String> for Lossy {
    #[inline]
    fn min_size(self) -> usize {
        4
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<String, DecodeError> {
        if reader.is_strict() {
            return reader.read();
        }
        reader.string_bytes().map(|data| String::from_utf8_lossy(data).into_owned())
    }
}

/// The form `E` with an id before it: a boxed builtin such as `Int` or `String`, a `Vector`, or the only constructor of a
/// template.
/// The name is that of the type, for errors.
#[derive(Debug, Clone, Copy, Default)]
pub struct WithId<const ID: u32, E>(pub &'static str, pub E);

impl<const ID: u32, T: ?Sized, E: EncodeAs<T>> EncodeAs<T> for WithId<ID, E> {
    #[inline]
    fn write(self, value: &T, mut writer: Writer<'_>) {
        writer.id(ID);
        self.1.write(value, writer);
    }

    #[inline]
    fn size_hint(self, value: &T) -> usize {
        4 + self.1.size_hint(value)
    }
}

impl<'de, const ID: u32, T, E: DecodeAs<'de, T>> DecodeAs<'de, T> for WithId<ID, E> {
    #[inline]
    fn min_size(self) -> usize {
        self.1.min_size().saturating_add(4)
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<T, DecodeError> {
        ok_or_return!(reader.expect_id(ID, if self.0.is_empty() { const { type_name(ID) } } else { self.0 }));
        self.1.read(reader)
    }
}

/// The name, in errors, of the type whose constructor has this id, if only the id is known. The usual lines are those
/// of Telegram's and TDLib's schemas.
const fn type_name(id: u32) -> &'static str {
    match id {
        0xa850_9bda => "Int",
        0x2207_6cba => "Long",
        0x2210_c154 => "Double",
        0x824d_ab22 => "Float",
        0xb528_6e24 => "String",
        0x1cb5_c415 => "Vector",
        _ => "a boxed type",
    }
}
