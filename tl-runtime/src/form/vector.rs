//! The forms of vectors and arrays.

use alloc::vec::Vec;

use super::{Boxed, DecodeAs, EncodeAs, WithId};
use crate::traits::{Decode, Encode, NoId};
use crate::{DecodeError, DecodeErrorKind, Deserializable, Reader, Serializable, Writer};

/// How many elements a hint looks at, so that it takes no time.
const GLANCE: usize = 64;

/// `Vector<t>`: a `vector` with its id before it.
///
/// `vector#1cb5c415 {t:Type} # [ t ] = Vector t` in the [documentation of TL](https://core.telegram.org/mtproto/TL).
const VECTOR: WithId<0x1cb5_c415, Counted<Boxed>> = WithId("Vector", Counted(Boxed));

/// `vector<t>` and `# [ t ]`: a count of four bytes, the elements in the form `E`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counted<E>(pub E);

/// `n*[ t ]`: a number of elements that the reader knows, in the form `E`.
#[derive(Debug, Clone, Copy)]
pub struct Times<E>(pub u32, pub E);

/// `4*[ t ]`: a fixed number of elements, in the form `E`. The Rust type has the number.
#[derive(Debug, Clone, Copy, Default)]
pub struct Array<E>(pub E);

impl<T, E: EncodeAs<T>> EncodeAs<[T]> for Counted<E> {
    #[inline]
    fn write(self, values: &[T], mut writer: Writer<'_>) {
        writer.vector(values, |values, writer| self.0.write_slice(values, writer));
    }

    #[inline]
    fn size_hint(self, values: &[T]) -> usize {
        4 + elements_hint(self.0, values)
    }
}

impl<T, E: EncodeAs<T>> EncodeAs<Vec<T>> for Counted<E> {
    #[inline]
    fn write(self, values: &Vec<T>, writer: Writer<'_>) {
        self.write(values.as_slice(), writer);
    }

    #[inline]
    fn size_hint(self, values: &Vec<T>) -> usize {
        self.size_hint(values.as_slice())
    }
}

impl<'de, T, E: DecodeAs<'de, T>> DecodeAs<'de, Vec<T>> for Counted<E> {
    #[inline]
    fn min_size(self) -> usize {
        4
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<Vec<T>, DecodeError> {
        let count = ok_or_return!(reader.count(self.0.min_size()));
        self.0.read_many(reader, count)
    }
}

impl<T, E: EncodeAs<T>> EncodeAs<Vec<T>> for Times<E> {
    #[inline]
    fn write(self, values: &Vec<T>, mut writer: Writer<'_>) {
        let Times(count, element) = self;
        if writer.agrees(count, values.len()) {
            writer.elements(values, |values, writer| element.write_slice(values, writer));
        }
    }

    #[inline]
    fn size_hint(self, values: &Vec<T>) -> usize {
        elements_hint(self.1, values)
    }
}

impl<'de, T, E: DecodeAs<'de, T>> DecodeAs<'de, Vec<T>> for Times<E> {
    #[inline]
    fn min_size(self) -> usize {
        self.1.min_size().saturating_mul(self.0 as usize)
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<Vec<T>, DecodeError> {
        let Times(count, element) = self;
        let count = ok_or_return!(reader.known_count(count, element.min_size()));
        element.read_many(reader, count)
    }
}

impl<T, E: EncodeAs<T>, const N: usize> EncodeAs<[T; N]> for Array<E> {
    #[inline]
    fn write(self, values: &[T; N], mut writer: Writer<'_>) {
        writer.elements(values, |values, writer| self.0.write_slice(values, writer));
    }

    #[inline]
    fn size_hint(self, values: &[T; N]) -> usize {
        elements_hint(self.0, values)
    }
}

impl<'de, T, E: DecodeAs<'de, T>, const N: usize> DecodeAs<'de, [T; N]> for Array<E> {
    #[inline]
    fn min_size(self) -> usize {
        self.0.min_size().saturating_mul(N)
    }

    #[inline]
    fn read(self, reader: &mut Reader<'de>) -> Result<[T; N], DecodeError> {
        let left = reader.available();
        let needed = DecodeAs::<[T; N]>::min_size(self);
        if needed > left {
            return Err(reader.error(DecodeErrorKind::UnexpectedEnd { needed: needed as u64, left }));
        }
        // Through a vector: safe Rust cannot yet build an array that stops at the first error.
        ok_or_return!(self.0.read_many(reader, N)).try_into().map_err(|short: Vec<T>| {
            reader.error(DecodeErrorKind::UnexpectedEnd { needed: N as u64, left: short.len() })
        })
    }
}

#[inline]
fn elements_hint<T>(element: impl EncodeAs<T>, values: &[T]) -> usize {
    values.iter().take(GLANCE).map(|value| element.size_hint(value)).sum()
}

/// `Vector<t>`, as a function result.
impl<T: Serializable> Encode for Vec<T> {
    type Head = NoId;

    #[inline]
    fn encode(&self, writer: Writer<'_>) {
        VECTOR.write(self, writer);
    }

    #[inline]
    fn hint(&self) -> usize {
        VECTOR.size_hint(self)
    }
}

/// `Vector<t>`, as a function result.
impl<'de, T: Deserializable<'de>> Decode<'de> for Vec<T> {
    type Head = NoId;

    const LEAST: usize = 8;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        VECTOR.read(reader)
    }
}

#[cfg(test)]
mod tests;
