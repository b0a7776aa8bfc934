//! How a value stands on the wire where that is not the usual form of its type.
//!
//! The forms are types without values: [`Bare`], [`Vector`], [`BareVector`], … They nest as the TL expression does:
//! `vector<%Message>` is `BareVector<Bare>`, and [`Boxed`], the form of the type itself, stands at the leaves.
//!
//! ```
//! use tl_runtime::wire::{BareVector, Boxed};
//! use tl_runtime::{Reader, Writer};
//!
//! let mut bytes = Vec::new();
//! Writer::append(&mut bytes, Writer::DEFAULT_MAX_DEPTH, |mut writer| {
//!     writer.wire::<BareVector<Boxed>, _>(&vec![5_i32]);
//! })?;
//! assert_eq!(bytes, [1, 0, 0, 0, 5, 0, 0, 0]);
//! assert_eq!(Reader::new(&bytes).wire::<BareVector<Boxed>, Vec<i32>>()?, [5]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::marker::PhantomData;

use crate::{
    BareDeserializable, BareSerializable, Combinator, DecodeError, Deserializable, Reader, Serializable,
    Writer,
};

mod in_form;

pub use self::in_form::InForm;
pub use crate::vector::{Array, BareVector, Vector};

/// A form in which values of type `T` are written.
pub trait Encode<T: ?Sized> {
    /// Appends a value.
    fn write(value: &T, writer: Writer<'_>);

    /// How many bytes the value takes at least: see [`Serializable::size_hint`].
    #[inline]
    fn size_hint(_: &T) -> usize {
        0
    }

    /// Appends the elements of a vector, without its id and count.
    #[inline]
    fn write_slice(values: &[T], mut writer: Writer<'_>)
    where
        T: Sized,
    {
        for value in values {
            Self::write(value, writer.reborrow());
        }
    }
}

/// A form in which values of type `T` are read; the mirror image of [`Encode`].
pub trait Decode<'de, T> {
    /// The fewest bytes that a value takes in this form: see [`Deserializable::MIN_SIZE`].
    const MIN_SIZE: usize;

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    fn read(reader: &mut Reader<'de>) -> Result<T, DecodeError>;

    /// Reads the elements of a vector, after its id and count; `count` has passed [`Reader::count`].
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`].
    #[inline]
    fn read_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<T>, DecodeError> {
        reader.many(count, Self::MIN_SIZE, Self::read)
    }
}

/// The form of the type itself: what [`Serializable`] writes.
#[derive(Debug)]
pub struct Boxed(());

impl<T: Serializable + ?Sized> Encode<T> for Boxed {
    #[inline]
    fn write(value: &T, writer: Writer<'_>) {
        value.write_to(writer);
    }

    #[inline]
    fn size_hint(value: &T) -> usize {
        value.size_hint()
    }

    #[inline]
    fn write_slice(values: &[T], writer: Writer<'_>)
    where
        T: Sized,
    {
        T::write_slice(values, writer);
    }
}

impl<'de, T: Deserializable<'de>> Decode<'de, T> for Boxed {
    const MIN_SIZE: usize = T::MIN_SIZE;

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<T, DecodeError> {
        T::deserialize(reader)
    }

    #[inline]
    fn read_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<T>, DecodeError> {
        T::deserialize_many(reader, count)
    }
}

/// A combinator without its id: `%Message`, `message`.
#[derive(Debug)]
pub struct Bare(());

impl<T: Combinator + BareSerializable> Encode<T> for Bare {
    #[inline]
    fn write(value: &T, mut writer: Writer<'_>) {
        writer.combinator(value);
    }

    #[inline]
    fn size_hint(value: &T) -> usize {
        value.bare_size_hint()
    }

    /// All elements are on the same level, which is entered once.
    #[inline]
    fn write_slice(values: &[T], mut writer: Writer<'_>) {
        if !values.is_empty() && writer.enter::<T>() {
            T::write_bare_slice(values, writer.reborrow());
            writer.leave::<T>();
        }
    }
}

impl<'de, T: Combinator + BareDeserializable<'de>> Decode<'de, T> for Bare {
    const MIN_SIZE: usize = T::MIN_BARE_SIZE;

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<T, DecodeError> {
        reader.combinator()
    }

    /// All elements are on the same level, which is entered once.
    #[inline]
    fn read_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<T>, DecodeError> {
        if count == 0 {
            return Ok(Vec::new());
        }
        tri!(reader.enter::<T>());
        let values = T::deserialize_bare_many(reader, count).map_err(|error| error.found_in(T::NAME));
        reader.leave::<T>();
        values
    }
}

/// The form `E` of a value on the heap.
///
/// A `Box` cannot have the form of what it holds by itself: to Rust, somebody's `Box<T>` might be a combinator.
#[derive(Debug)]
pub struct Heap<E>(PhantomData<E>);

impl<T, E: Encode<T>> Encode<Box<T>> for Heap<E> {
    #[inline]
    fn write(value: &Box<T>, writer: Writer<'_>) {
        E::write(value, writer);
    }

    #[inline]
    fn size_hint(value: &Box<T>) -> usize {
        E::size_hint(value)
    }
}

impl<'de, T, E: Decode<'de, T>> Decode<'de, Box<T>> for Heap<E> {
    const MIN_SIZE: usize = E::MIN_SIZE;

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<Box<T>, DecodeError> {
        E::read(reader).map(Box::new)
    }
}

/// A `string` in which each run of bytes that is not UTF-8 is read as U+FFFD (option `string = "lossy"`).
///
/// Written as it then is. A strict reader repairs nothing: it refuses.
#[derive(Debug)]
pub struct Lossy(());

impl Encode<String> for Lossy {
    #[inline]
    fn write(value: &String, mut writer: Writer<'_>) {
        writer.string(value.as_bytes());
    }
}

impl<'de> Decode<'de, String> for Lossy {
    const MIN_SIZE: usize = 4;

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<String, DecodeError> {
        if reader.is_strict() {
            return reader.read();
        }
        reader.string_bytes().map(|data| String::from_utf8_lossy(data).into_owned())
    }
}

/// The form `E` with an id before it: a boxed builtin such as `Int` or `String`.
#[derive(Debug)]
pub struct WithId<const ID: u32, E>(PhantomData<E>);

impl<const ID: u32, T: ?Sized, E: Encode<T>> Encode<T> for WithId<ID, E> {
    #[inline]
    fn write(value: &T, mut writer: Writer<'_>) {
        writer.id(ID);
        E::write(value, writer);
    }
}

impl<'de, const ID: u32, T, E: Decode<'de, T>> Decode<'de, T> for WithId<ID, E> {
    const MIN_SIZE: usize = 4 + E::MIN_SIZE;

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<T, DecodeError> {
        tri!(reader.expect_id(ID, const { builtin_name(ID) }));
        E::read(reader)
    }
}

/// What an error calls the builtin with this id; the usual lines are those of Telegram's and TDLib's schemas.
const fn builtin_name(id: u32) -> &'static str {
    match id {
        0xa850_9bda => "Int",
        0x2207_6cba => "Long",
        0x2210_c154 => "Double",
        0xb528_6e24 => "String",
        _ => "a boxed builtin",
    }
}

#[cfg(test)]
mod tests;
