//! Values of a fixed size: adjacent ones are read and written with one check.

/// A type whose values all take exactly `N` bytes on the wire.
pub trait Fixed<'de, const N: usize>: Sized {
    /// The value with these bytes, which it may borrow.
    fn from_chunk(chunk: &'de [u8; N]) -> Self;
    /// The bytes of this value.
    fn to_chunk(&self) -> [u8; N];
}

macro_rules! numbers {
    ($($number:ty: $size:literal),*) => {$(
        impl<'de> Fixed<'de, $size> for $number {
            #[inline]
            fn from_chunk(chunk: &'de [u8; $size]) -> Self {
                Self::from_le_bytes(*chunk)
            }

            #[inline]
            fn to_chunk(&self) -> [u8; $size] {
                self.to_le_bytes()
            }
        }
    )*};
}

numbers!(i32: 4, u32: 4, i64: 8, f32: 4, f64: 8);

impl<'de, const N: usize> Fixed<'de, N> for [u8; N] {
    #[inline]
    fn from_chunk(chunk: &'de [u8; N]) -> Self {
        *chunk
    }

    #[inline]
    fn to_chunk(&self) -> [u8; N] {
        *self
    }
}

impl<'de, const N: usize> Fixed<'de, N> for &'de [u8; N] {
    #[inline]
    fn from_chunk(chunk: &'de [u8; N]) -> Self {
        chunk
    }

    #[inline]
    fn to_chunk(&self) -> [u8; N] {
        **self
    }
}

/// The value `AT` bytes into a chunk.
#[inline]
pub fn get<'de, const AT: usize, const LEN: usize, const N: usize, T: Fixed<'de, LEN>>(
    chunk: &'de [u8; N],
) -> T {
    const { assert!(AT + LEN <= N, "the part lies within the chunk") };
    let (part, _) = chunk[AT..].split_first_chunk().expect("asserted above, when compiling");
    T::from_chunk(part)
}

/// Puts a value `AT` bytes into a chunk.
#[inline]
pub fn put<'de, const AT: usize, const LEN: usize, const N: usize, T: Fixed<'de, LEN>>(
    value: &T,
    chunk: &mut [u8; N],
) {
    const { assert!(AT + LEN <= N, "the part lies within the chunk") };
    let (part, _) = chunk[AT..].split_first_chunk_mut().expect("asserted above, when compiling");
    *part = value.to_chunk();
}

#[cfg(test)]
mod tests {
    use super::{get, put};

    #[test]
    fn parts_stand_where_they_are_put() {
        let mut chunk = [0; 12];
        put::<0, 4, 12, _>(&0x0403_0201_i32, &mut chunk);
        put::<4, 8, 12, _>(&[5_u8, 6, 7, 8, 9, 10, 11, 12], &mut chunk);
        assert_eq!(chunk, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(get::<0, 4, 12, i32>(&chunk), 0x0403_0201);
        assert_eq!(get::<4, 8, 12, i64>(&chunk), 0x0c0b_0a09_0807_0605);
    }
}
