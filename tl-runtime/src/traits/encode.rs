use alloc::boxed::Box;

use core::marker::PhantomData;

use crate::{Combinator, Serializable, Writer};

/// A type that generated code or this crate can write. There is one implementation for both forms of a type.
///
/// [`Serializable`] and [`BareSerializable`](crate::BareSerializable) follow from it.
pub trait Encode {
    /// What precedes the value itself in the default form.
    type Head: Head;

    /// Appends the value itself, without an id.
    fn encode(&self, writer: Writer<'_>);

    /// A cheap lower bound on the encoded length of the value itself; 0 if unknown.
    #[inline]
    fn hint(&self) -> usize {
        0
    }

    /// Appends many values, without ids. A shortcut: it writes what [`encode`](Self::encode) writes for each.
    #[inline]
    fn encode_slice(values: &[Self], mut writer: Writer<'_>)
    where
        Self: Sized,
    {
        for value in values {
            value.encode(writer.reborrow());
        }
    }
}

/// What precedes a value.
pub trait Head {
    /// The id, if it has one.
    const ID: Option<u32>;
    /// The name of the type in errors.
    const NAME: &'static str;
    /// Whether a value may contain others of its type. Only such values count towards the limit on nesting.
    const RECURSIVE: bool;
    /// The bytes of the id.
    const SIZE: usize = if Self::ID.is_some() { 4 } else { 0 };
}

/// The id of the value's own combinator: what follows it is the bare form.
///
/// A pointer to a combinator is one, too, but has none: what it points to writes its id. So it has no bare form:
///
/// ```compile_fail,E0277
/// fn bare<T: tl_runtime::BareSerializable>(value: T) {}
/// bare(&tl_runtime::True);
/// ```
pub trait OwnId: Head {}

/// The id of the combinator `T`, whose depth the schema limits.
#[derive(Debug)]
pub struct Id<T>(PhantomData<T>);

/// The id of the combinator `T`, which is recursive.
#[derive(Debug)]
pub struct RecursiveId<T>(PhantomData<T>);

/// No id, or one that the value writes itself.
#[derive(Debug)]
pub struct NoId;

impl<T: Combinator> Head for Id<T> {
    const ID: Option<u32> = Some(T::ID);
    const NAME: &'static str = T::NAME;
    const RECURSIVE: bool = false;
}

impl<T: Combinator> OwnId for Id<T> {}

impl<T: Combinator> Head for RecursiveId<T> {
    const ID: Option<u32> = Some(T::ID);
    const NAME: &'static str = T::NAME;
    const RECURSIVE: bool = true;
}

impl<T: Combinator> OwnId for RecursiveId<T> {}

impl Head for NoId {
    const ID: Option<u32> = None;
    const NAME: &'static str = "";
    const RECURSIVE: bool = false;
}

impl<T: Encode + ?Sized> Serializable for T {
    // Always: what has no id, such as a reference to bytes, is then written by exactly what writes the bytes themselves.
    #[inline(always)]
    fn write_to(&self, writer: Writer<'_>) {
        match T::Head::ID {
            Some(id) => writer.tagged(id, self),
            None => self.encode(writer),
        }
    }

    #[inline]
    fn size_hint(&self) -> usize {
        T::Head::SIZE + self.hint()
    }

    #[inline]
    fn write_slice(values: &[Self], mut writer: Writer<'_>)
    where
        Self: Sized,
    {
        if T::Head::ID.is_none() {
            return T::encode_slice(values, writer);
        }
        for value in values {
            value.write_to(writer.reborrow());
        }
    }
}

/// Like the value that it refers to.
impl<T: Serializable + ?Sized> Encode for &T {
    type Head = NoId;

    #[inline(always)]
    fn encode(&self, writer: Writer<'_>) {
        (**self).write_to(writer);
    }

    #[inline]
    fn hint(&self) -> usize {
        (**self).size_hint()
    }
}

/// Like the value in it.
impl<T: Serializable + ?Sized> Encode for Box<T> {
    type Head = NoId;

    #[inline(always)]
    fn encode(&self, writer: Writer<'_>) {
        (**self).write_to(writer);
    }

    #[inline]
    fn hint(&self) -> usize {
        (**self).size_hint()
    }
}
