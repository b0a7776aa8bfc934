//! The smallest pieces of generated code: paths, numbers, and the way out of a method.

use std::cell::RefCell;
use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;

use crate::codegen::paths::Paths;
use crate::codegen::tokens::Tokens;

/// A number of bytes or bits without a suffix.
pub(super) fn number(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}

/// An id as people write it: `0x0ab4a819`.
pub(super) fn hex(id: u32) -> Literal {
    format!("0x{id:08x}").parse().expect("a hexadecimal number is a token")
}

/// Tokens that are the same wherever they are, and are everywhere. They are made once: to make a token is a call of the
/// compiler, to copy a group of them is one, too.
pub(super) struct Pieces {
    pub(super) paths: Paths,
    /// `{ Ok(value) => value, Err(error) => return Err(error) }`
    pub(super) or_return: TokenTree,
    /// The way out of a field, by its name.
    or_leave: RefCell<HashMap<String, TokenTree>>,
    /// `#[doc(hidden)]`
    pub(super) hidden: Tokens,
    /// `#[inline]`
    pub(super) inline: Tokens,
}

impl Pieces {
    /// The runtime crate is at this path.
    pub(super) fn new(runtime: &TokenStream) -> Pieces {
        let paths = Paths::new(runtime);
        let Paths { ok, err, .. } = &paths;
        let arms = quote! {
            #ok(value) => value,
            #err(error) => return #err(error),
        };
        Pieces {
            or_return: Group::new(Delimiter::Brace, arms).into(),
            or_leave: RefCell::default(),
            hidden: quote!(#[doc(hidden)]).into(),
            inline: quote!(#[inline]).into(),
            paths,
        }
    }

    /// `{ Ok(value) => value, Err(error) => break 'fields (error, "date") }`
    pub(super) fn or_leave(&self, field: &str) -> TokenTree {
        if let Some(arms) = self.or_leave.borrow().get(field) {
            return arms.clone();
        }
        let Paths { ok, err, .. } = &self.paths;
        let arms = quote! {
            #ok(value) => value,
            #err(error) => break 'fields (error, #field),
        };
        let arms = TokenTree::from(Group::new(Delimiter::Brace, arms));
        self.or_leave.borrow_mut().insert(field.to_owned(), arms.clone());
        arms
    }
}
