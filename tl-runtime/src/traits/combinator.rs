use alloc::boxed::Box;

use crate::Serializable;

/// A constructor of a type or a function: one line of a schema, with its id.
///
/// See [combinators](https://core.telegram.org/mtproto/TL-formal#combinator-declarations) in the documentation of TL.
pub trait Combinator {
    /// The id, which precedes the boxed form: as written in the schema, else the CRC32 of the line.
    const ID: u32;
    /// The full name in the schema: `messages.exportChatInvite`.
    const NAME: &'static str;
    /// The line of the schema.
    const TL: &'static str;
}

/// Like the value that it refers to.
impl<T: Combinator> Combinator for &T {
    const ID: u32 = T::ID;
    const NAME: &'static str = T::NAME;
    const TL: &'static str = T::TL;
}

/// Like the value in it.
impl<T: Combinator> Combinator for Box<T> {
    const ID: u32 = T::ID;
    const NAME: &'static str = T::NAME;
    const TL: &'static str = T::TL;
}

/// A [`Combinator`] as a trait object: id, name and bytes of any constructor or function, without generics.
///
/// Implemented for every combinator.
///
/// ```
/// use tl_runtime::{DynCombinator, Serializable, True};
///
/// let queue: Vec<Box<dyn DynCombinator>> = vec![Box::new(True)];
/// for combinator in &queue {
///     assert_eq!(combinator.constructor_name(), "true");
///     assert_eq!(combinator.to_bytes()?, combinator.constructor_id().to_le_bytes());
/// }
/// # Ok::<(), tl_runtime::EncodeError>(())
/// ```
pub trait DynCombinator: Serializable {
    /// The id that precedes the boxed form: [`Combinator::ID`].
    fn constructor_id(&self) -> u32;

    /// The full name in the schema: [`Combinator::NAME`].
    fn constructor_name(&self) -> &'static str;
}

impl<T: Combinator + Serializable> DynCombinator for T {
    fn constructor_id(&self) -> u32 {
        T::ID
    }

    fn constructor_name(&self) -> &'static str {
        T::NAME
    }
}
