//! The smallest pieces of generated code: numbers, and the way out of a method.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;

/// A number of bytes or bits without a suffix.
pub(super) fn number(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}

/// An id as people write it: `0x0ab4a819`.
pub(super) fn hex(id: u32) -> TokenStream {
    format!("0x{id:08x}").parse().expect("a hexadecimal number is a token")
}

/// Tokens that are the same wherever they stand, and stand everywhere. They are made once: to make a token is a call of
/// the compiler, to copy a group of them is one, too.
pub(super) struct Pieces {
    /// `{ Ok(value) => value, Err(error) => return Err(error) }`
    pub(super) or_return: TokenTree,
}

impl Pieces {
    pub(super) fn new() -> Pieces {
        let arms = quote! {
            ::core::result::Result::Ok(value) => value,
            ::core::result::Result::Err(error) => return ::core::result::Result::Err(error),
        };
        Pieces { or_return: Group::new(Delimiter::Brace, arms).into() }
    }
}
