//! Wire encodings other than a type's default.
//!
//! A form is a value that knows how to write and read others. Forms nest as the TL expression does: `vector<%Message>`
//! is `Counted(Bare)`. One without arguments is a unit struct and costs nothing; one that depends on a natural number
//! carries it, so that `n*[ int ]` is `Times(n, Boxed)` with the `n` of this very message. The form of a template holds
//! the forms of its arguments: `PairForm(Boxed, Counted(Boxed))`.
//!
//! ```
//! use tl_runtime::private::{Boxed, Counted};
//! use tl_runtime::{Reader, Writer};
//!
//! let mut bytes = Vec::new();
//! Writer::append(&mut bytes, Writer::DEFAULT_MAX_DEPTH, |mut writer| {
//!     writer.write_as(Counted(Boxed), &vec![5_i32]);
//! })?;
//! assert_eq!(bytes, [1, 0, 0, 0, 5, 0, 0, 0]);
//! assert_eq!(Reader::new(&bytes).read_as::<Vec<i32>>(Counted(Boxed))?, [5]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod in_form;
mod nullable;
mod simple;
mod vector;

pub use self::in_form::InForm;
pub(crate) use self::nullable::NULL;
pub use self::nullable::Nullable;
pub use self::simple::{Bare, Boxed, Heap, Lossy, WithId};
pub use self::vector::{Array, Counted, Times};
use alloc::vec::Vec;

use crate::{DecodeError, Reader, Writer};

/// A form in which values of type `T` are written.
pub trait EncodeAs<T: ?Sized>: Copy {
    /// Appends a value.
    fn write(self, value: &T, writer: Writer<'_>);

    /// A cheap lower bound on the encoded length; 0 if unknown.
    #[inline]
    fn size_hint(self, _: &T) -> usize {
        0
    }

    /// Appends the elements of a vector, without its id and count.
    #[inline]
    fn write_slice(self, values: &[T], mut writer: Writer<'_>)
    where
        T: Sized,
    {
        for value in values {
            self.write(value, writer.reborrow());
        }
    }
}

/// A form in which values of type `T` are read; the mirror image of [`EncodeAs`].
pub trait DecodeAs<'de, T>: Copy {
    /// The fewest bytes that a value takes in this form.
    ///
    /// A vector whose count times this exceeds what is left of the input is refused before anything is reserved for it.
    /// A method, because only the form knows its numbers; without any it is a constant after inlining. It saturates.
    fn min_size(self) -> usize;

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`](crate::Deserializable::deserialize).
    fn read(self, reader: &mut Reader<'de>) -> Result<T, DecodeError>;

    /// Reads the elements of a vector, after its id and count; `count` has passed [`Reader::count`].
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::deserialize`](crate::Deserializable::deserialize).
    #[inline]
    fn read_many(self, reader: &mut Reader<'de>, count: usize) -> Result<Vec<T>, DecodeError> {
        reader.many(count, self.min_size(), |reader| self.read(reader))
    }
}

#[cfg(test)]
mod tests;
