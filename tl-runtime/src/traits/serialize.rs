use crate::{Combinator, EncodeError, Writer};

/// A value that can be written in its boxed form: the id of its constructor, then the fields.
///
/// Primitives, `bool` and `Vec` are written in the form that a function result and a vector element need: an `i64` is
/// the `long` without an id, a `bool` is the `Bool` with one, a `Vec` is the `Vector` with one.
/// The trait can be used as `dyn Serializable`.
///
/// The form is that of the page on [binary serialization](https://core.telegram.org/mtproto/serialize).
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
    /// Appends the boxed form. A mistake is kept in the writer, which reports the first one at its end.
    fn write_to(&self, writer: Writer<'_>);

    /// How many bytes the boxed form takes at least, as far as a glance tells; 0 where it tells nothing.
    ///
    /// [`to_bytes`](Self::to_bytes) starts with room for so many, so that large messages need not grow into theirs.
    #[inline]
    fn size_hint(&self) -> usize {
        0
    }

    /// Appends the boxed form to `out`.
    ///
    /// # Errors
    ///
    /// If the value cannot be written: fields that share a flag bit disagree, it is nested too deeply, or a length does
    /// not fit. `out` is then as long as it was.
    #[inline]
    fn serialize(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        Writer::append(out, Writer::DEFAULT_MAX_DEPTH, |writer| self.write_to(writer))
    }

    /// The boxed form in a buffer of its own.
    ///
    /// # Errors
    ///
    /// Those of [`serialize`](Self::serialize).
    #[inline]
    fn to_bytes(&self) -> Result<Vec<u8>, EncodeError> {
        Writer::collect(self.size_hint(), |writer| self.write_to(writer))
    }

    /// Appends the elements of a vector, without its id and count.
    ///
    /// Only a shortcut for types whose slices can be written in one go; it must write what
    /// [`write_to`](Self::write_to) writes for each element.
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
/// [Bare types](https://core.telegram.org/mtproto/serialize#boxed-and-bare-types) stand where the schema names the
/// constructor (`%Message`, `vector<message>`) and the reader therefore knows it.
///
/// ```
/// use tl_runtime::{BareSerializable, Combinator, Serializable, Writer};
///
/// struct Point { x: i32, y: i32 }
///
/// impl Combinator for Point {
///     const ID: u32 = 0xdead_beef;
///     const NAME: &'static str = "point";
///     const TL: &'static str = "point#deadbeef x:int y:int = Point";
/// }
///
/// impl BareSerializable for Point {
///     fn write_bare_to(&self, mut writer: Writer<'_>) {
///         writer.write(&self.x);
///         writer.write(&self.y);
///     }
/// }
///
/// let point = Point { x: 1, y: 2 };
/// assert_eq!(point.to_bare_bytes()?, [1, 0, 0, 0, 2, 0, 0, 0]);
/// assert_eq!(point.to_bytes()?, [0xef, 0xbe, 0xad, 0xde, 1, 0, 0, 0, 2, 0, 0, 0]);
/// # Ok::<(), tl_runtime::EncodeError>(())
/// ```
pub trait BareSerializable {
    /// Appends the bare form. A mistake is kept in the writer, which reports the first one at its end.
    fn write_bare_to(&self, writer: Writer<'_>);

    /// How many bytes the bare form takes at least: see [`Serializable::size_hint`].
    #[inline]
    fn bare_size_hint(&self) -> usize {
        0
    }

    /// Appends the bare form to `out`.
    ///
    /// # Errors
    ///
    /// Those of [`Serializable::serialize`]; `out` is then as long as it was.
    #[inline]
    fn serialize_bare(&self, out: &mut Vec<u8>) -> Result<(), EncodeError>
    where
        Self: Combinator + Sized,
    {
        Writer::append(out, Writer::DEFAULT_MAX_DEPTH, |mut writer| writer.combinator(self))
    }

    /// The bare form in a buffer of its own.
    ///
    /// # Errors
    ///
    /// Those of [`Serializable::serialize`].
    #[inline]
    fn to_bare_bytes(&self) -> Result<Vec<u8>, EncodeError>
    where
        Self: Combinator + Sized,
    {
        Writer::collect(self.bare_size_hint(), |mut writer| writer.combinator(self))
    }

    /// Appends the elements of a vector of bare values, without its count.
    ///
    /// Only a shortcut for types whose slices can be written in one go ([`Writer::fixed_many`]); it must write what
    /// [`write_bare_to`](Self::write_bare_to) writes for each element. The level of nesting is the caller's affair.
    #[inline]
    fn write_bare_slice(values: &[Self], mut writer: Writer<'_>)
    where
        Self: Sized,
    {
        for value in values {
            value.write_bare_to(writer.reborrow());
        }
    }
}

/// A combinator's boxed form is its id and its bare form.
impl<T: Combinator + BareSerializable> Serializable for T {
    #[inline]
    fn write_to(&self, mut writer: Writer<'_>) {
        writer.id(T::ID);
        writer.combinator(self);
    }

    #[inline]
    fn size_hint(&self) -> usize {
        4 + self.bare_size_hint()
    }
}
