//! Typed values as text, through their bytes.

use core::fmt;

use super::Schema;
use crate::Serializable;

/// A type whose schema is known at run time: those that `tl!` generates with `#![tl(reflect)]`.
pub trait Reflect {
    /// The schema.
    const SCHEMA: &'static Schema<'static>;

    /// The value as TL: `value.tl().to_string()`. `{:#}` takes a line for each field.
    ///
    /// ```
    /// mod api {
    ///     tl_runtime::tl! {
    ///         #![tl(reflect)]
    ///         inputPeerChat #35a95cb9 chat_id:long = InputPeer;
    ///     }
    /// }
    /// use tl_runtime::reflect::Reflect;
    ///
    /// let peer = api::types::InputPeerChat { chat_id: 7 };
    /// assert_eq!(peer.tl().to_string(), "(inputPeerChat chat_id:7)");
    /// ```
    fn tl(&self) -> Tl<'_, Self> {
        Tl(self)
    }
}

/// A value as TL, made by [`Reflect::tl`]. One that cannot be encoded shows why.
#[derive(Clone, Copy, Debug)]
pub struct Tl<'v, T: ?Sized>(&'v T);

impl<T: Reflect + Serializable + ?Sized> fmt::Display for Tl<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.to_bytes() {
            Ok(bytes) => T::SCHEMA.text(&bytes).fmt(f),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}
