//! Vectors and arrays, in both directions.

use std::marker::PhantomData;

use crate::wire::{Boxed, Decode, Encode};
use crate::{DecodeError, DecodeErrorKind, Deserializable, Reader, Serializable, Writer};

/// How many elements a hint looks at: it is to take no time.
const GLANCE: usize = 64;

/// The id of `vector {t:Type} # [ t ] = Vector t`.
const VECTOR_ID: u32 = 0x1cb5_c415;

/// `Vector<t>`: the id `1cb5c415`, a count of four bytes, the elements in the form `E`.
///
/// `vector#1cb5c415 {t:Type} # [ t ] = Vector t` in the [documentation of TL](https://core.telegram.org/mtproto/TL).
#[derive(Debug)]
pub struct Vector<E = Boxed>(PhantomData<E>);

/// `vector<t>`: a count of four bytes, the elements in the form `E`.
#[derive(Debug)]
pub struct BareVector<E = Boxed>(PhantomData<E>);

/// `4*[ t ]`: as many elements as the schema says, in the form `E`.
#[derive(Debug)]
pub struct Array<E = Boxed>(PhantomData<E>);

impl<T, E: Encode<T>> Encode<[T]> for BareVector<E> {
    #[inline]
    fn write(values: &[T], mut writer: Writer<'_>) {
        writer.vector(values, E::write_slice);
    }

    #[inline]
    fn size_hint(values: &[T]) -> usize {
        4 + values.iter().take(GLANCE).map(E::size_hint).sum::<usize>()
    }
}

impl<T, E: Encode<T>> Encode<Vec<T>> for BareVector<E> {
    #[inline]
    fn write(values: &Vec<T>, mut writer: Writer<'_>) {
        writer.vector(values, E::write_slice);
    }

    #[inline]
    fn size_hint(values: &Vec<T>) -> usize {
        <Self as Encode<[T]>>::size_hint(values)
    }
}

impl<'de, T, E: Decode<'de, T>> Decode<'de, Vec<T>> for BareVector<E> {
    const MIN_SIZE: usize = 4;

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<Vec<T>, DecodeError> {
        let count = tri!(reader.count(E::MIN_SIZE));
        E::read_many(reader, count)
    }
}

impl<T, E: Encode<T>> Encode<[T]> for Vector<E> {
    #[inline]
    fn write(values: &[T], mut writer: Writer<'_>) {
        writer.id(VECTOR_ID);
        BareVector::<E>::write(values, writer);
    }

    #[inline]
    fn size_hint(values: &[T]) -> usize {
        4 + BareVector::<E>::size_hint(values)
    }
}

impl<T, E: Encode<T>> Encode<Vec<T>> for Vector<E> {
    #[inline]
    fn write(values: &Vec<T>, mut writer: Writer<'_>) {
        writer.id(VECTOR_ID);
        BareVector::<E>::write(values, writer);
    }

    #[inline]
    fn size_hint(values: &Vec<T>) -> usize {
        4 + BareVector::<E>::size_hint(values)
    }
}

impl<'de, T, E: Decode<'de, T>> Decode<'de, Vec<T>> for Vector<E> {
    const MIN_SIZE: usize = 8;

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<Vec<T>, DecodeError> {
        tri!(reader.expect_id(VECTOR_ID, "Vector"));
        BareVector::<E>::read(reader)
    }
}

impl<T, E: Encode<T>, const N: usize> Encode<[T; N]> for Array<E> {
    #[inline]
    fn write(values: &[T; N], mut writer: Writer<'_>) {
        writer.elements(values, E::write_slice);
    }
}

impl<'de, T, E: Decode<'de, T>, const N: usize> Decode<'de, [T; N]> for Array<E> {
    const MIN_SIZE: usize = E::MIN_SIZE.saturating_mul(N);

    #[inline]
    fn read(reader: &mut Reader<'de>) -> Result<[T; N], DecodeError> {
        let left = reader.available();
        let needed = <Self as Decode<'de, [T; N]>>::MIN_SIZE;
        if needed > left {
            return Err(reader.error(DecodeErrorKind::UnexpectedEnd { needed: needed as u64, left }));
        }
        // Through a vector: safe Rust has no way yet to build an array that stops at the first error.
        E::read_many(reader, N)?.try_into().map_err(|short: Vec<T>| {
            reader.error(DecodeErrorKind::UnexpectedEnd { needed: N as u64, left: short.len() })
        })
    }
}

/// `Vector<t>`, as a function result.
impl<T: Serializable> Serializable for Vec<T> {
    #[inline]
    fn write_to(&self, mut writer: Writer<'_>) {
        writer.wire::<Vector, Self>(self);
    }

    #[inline]
    fn size_hint(&self) -> usize {
        Vector::<Boxed>::size_hint(self)
    }
}

/// `Vector<t>`, as a function result.
impl<'de, T: Deserializable<'de>> Deserializable<'de> for Vec<T> {
    const MIN_SIZE: usize = 8;

    #[inline]
    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.wire::<Vector, Self>()
    }
}

#[cfg(test)]
mod tests;
