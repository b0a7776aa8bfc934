use alloc::vec::Vec;

use bytes::BufMut;

use super::{Encode, OwnId};
use crate::{Combinator, EncodeError, Writer};

/// A value that can be written in its boxed form: the id of its constructor, then the fields.
///
/// Primitives, `bool` and `Vec` are written in the form that a function result and a vector element need: an `i64` is
/// the `long` without an id, a `bool` is the `Bool` with one, a `Vec` is the `Vector` with one.
///
/// The trait can be used as `dyn Serializable`; `&T` and `Box<T>` are written as the value that they hold. `tl!` implements
/// it for everything it generates. A type of your own is written by its parts:
///
/// ```
/// use tl_runtime::{Serializable, Writer};
///
/// struct Envelope<T> { session: i64, body: T }
///
/// impl<T: Serializable> Serializable for Envelope<T> {
///     fn write_to(&self, mut writer: Writer<'_>) {
///         writer.write(&self.session);
///         writer.write(&self.body);
///     }
/// }
///
/// let envelope = Envelope { session: 1, body: true };
/// assert_eq!(envelope.to_bytes()?, [1, 0, 0, 0, 0, 0, 0, 0, 0xb5, 0x75, 0x72, 0x99]);
/// # Ok::<(), tl_runtime::EncodeError>(())
/// ```
///
/// The format is described on the page about [binary serialization](https://core.telegram.org/mtproto/serialize).
///
/// ```
/// use tl_runtime::Serializable;
///
/// let queue: [&dyn Serializable; 2] = [&true, &7_i32];
/// let mut out = Vec::new();
/// for value in queue {
///     value.serialize(&mut out)?;
/// }
/// assert_eq!(out, [0xb5, 0x75, 0x72, 0x99, 7, 0, 0, 0]);
/// # Ok::<(), tl_runtime::EncodeError>(())
/// ```
pub trait Serializable {
    /// Appends the boxed form. The writer keeps the first error, and returns it at the end.
    fn write_to(&self, writer: Writer<'_>);

    /// A cheap lower bound on the encoded length; 0 if unknown.
    ///
    /// [`to_bytes`](Self::to_bytes) reserves that much, so that large messages need not grow into their buffer.
    #[inline]
    fn size_hint(&self) -> usize {
        0
    }

    /// Appends the boxed form to `out`.
    ///
    /// # Errors
    ///
    /// If the value cannot be encoded: fields that share a flag bit disagree, it is nested too deeply, or a length does
    /// not fit. `out` then has its old length.
    #[inline]
    fn serialize(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        Writer::append(out, Writer::DEFAULT_MAX_DEPTH, |writer| self.write_to(writer))
    }

    /// Returns the boxed form in a buffer of its own.
    ///
    /// # Errors
    ///
    /// Those of [`serialize`](Self::serialize).
    #[inline]
    fn to_bytes(&self) -> Result<Vec<u8>, EncodeError> {
        Writer::collect(self.size_hint(), |writer| self.write_to(writer))
    }

    /// Appends the boxed form to any buffer, such as a `BytesMut`, with one copy.
    ///
    /// A `Vec` is faster: it needs no copy.
    ///
    /// # Errors
    ///
    /// Those of [`serialize`](Self::serialize); `out` then has its old length.
    ///
    /// # Panics
    ///
    /// If `out` cannot grow and has too little room.
    fn serialize_into(&self, out: &mut dyn BufMut) -> Result<(), EncodeError> {
        self.to_bytes().map(|bytes| out.put_slice(&bytes))
    }

    /// Appends the elements of a vector, without its id and count. A shortcut: it writes what
    /// [`write_to`](Self::write_to) writes for each.
    #[doc(hidden)]
    #[inline]
    fn write_slice(values: &[Self], mut writer: Writer<'_>)
    where
        Self: Sized,
    {
        for value in values {
            value.write_to(writer.reborrow());
        }
    }
}

/// A value that can be written in its bare form: the fields of one constructor, without its id.
///
/// [Bare types](https://core.telegram.org/mtproto/serialize#boxed-and-bare-types) are for places where the schema names
/// the constructor (`%Message`, `vector<message>`) and the reader therefore knows it. Implemented for every combinator.
///
/// ```
/// use tl_runtime::{BareSerializable, Serializable, True};
///
/// assert_eq!(True.to_bytes()?.len(), 4);
/// assert!(True.to_bare_bytes()?.is_empty());
/// # Ok::<(), tl_runtime::EncodeError>(())
/// ```
pub trait BareSerializable: Combinator {
    /// Appends the bare form. The writer keeps the first error, and returns it at the end.
    fn write_bare_to(&self, writer: Writer<'_>);

    /// Appends the bare form to `out`.
    ///
    /// # Errors
    ///
    /// Those of [`Serializable::serialize`]; `out` then has its old length.
    fn serialize_bare(&self, out: &mut Vec<u8>) -> Result<(), EncodeError>;

    /// Returns the bare form in a buffer of its own.
    ///
    /// # Errors
    ///
    /// Those of [`Serializable::serialize`].
    fn to_bare_bytes(&self) -> Result<Vec<u8>, EncodeError>;
}

impl<T: Combinator + Encode<Head: OwnId>> BareSerializable for T {
    #[inline]
    fn write_bare_to(&self, mut writer: Writer<'_>) {
        writer.body(self);
    }

    #[inline]
    fn serialize_bare(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        Writer::append(out, Writer::DEFAULT_MAX_DEPTH, |writer| self.write_bare_to(writer))
    }

    #[inline]
    fn to_bare_bytes(&self) -> Result<Vec<u8>, EncodeError> {
        Writer::collect(self.hint(), |writer| self.write_bare_to(writer))
    }
}
