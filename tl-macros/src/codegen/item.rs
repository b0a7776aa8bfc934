//! Where an item is generated, and how it names everything else.

use std::iter;

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;

use crate::codegen::paths::Paths;
use crate::codegen::pieces::Pieces;
use crate::codegen::tokens::Tokens;
use crate::model::{External, Field, Model, Module, RustPath, Struct};

/// The place of an item: how many modules deep it is below the invocation.
pub(super) struct Item<'m> {
    pub(super) model: &'m Model,
    pub(super) paths: &'m Paths,
    pieces: &'m Pieces,
    depth: usize,
}

impl<'m> Item<'m> {
    pub(super) fn new(model: &'m Model, pieces: &'m Pieces, depth: usize) -> Item<'m> {
        Item { model, paths: &pieces.paths, pieces, depth }
    }

    /// The path of a generated item: `super::super::enums::messages::Chats`.
    pub(super) fn path(&self, root: &str, path: &RustPath) -> Tokens {
        let supers = iter::repeat_n("super", self.depth);
        let modules = path.modules.iter().map(String::as_str);
        Tokens::path(supers.chain([root]).chain(modules).chain([path.ident.as_str()]))
    }

    /// The same as text, for links in documentation.
    pub(super) fn text_path(&self, root: &str, path: &RustPath) -> String {
        let modules = path.modules.iter().map(|module| format!("{module}::"));
        format!("{}{root}::{}{}", "super::".repeat(self.depth), modules.collect::<String>(), path.ident)
    }

    /// The path of the tables.
    pub(super) fn schema(&self) -> TokenStream {
        let supers = (0..self.depth).map(|_| quote!(super::));
        quote!(#(#supers)* SCHEMA)
    }

    /// The path of the enum of all constructors.
    pub(super) fn object(&self) -> TokenStream {
        let supers = (0..self.depth).map(|_| quote!(super::));
        quote!(#(#supers)* Object)
    }

    /// The path of a struct.
    pub(super) fn structure(&self, structure: &Struct) -> Tokens {
        self.path(structure.module.name(), &structure.path)
    }

    /// The path of something in the module of `extern`; the name carries the span of its use.
    pub(super) fn external(&self, external: &External) -> TokenStream {
        let module = &self.model.external;
        let root = ident(if external.boxed { "enums" } else { Module::Types.name() });
        let modules = external.path.modules.iter().map(|module| ident(module));
        let name = spanned(&external.path.ident, external.span);
        quote!(#module::#root::#(#modules::)* #name)
    }

    /// What `?` does. Written out it takes an eighth less of the compiler's time over a whole schema, and less stack in
    /// debug builds: `?` goes through two traits and two more copies of the value.
    pub(super) fn or_return(&self, result: TokenStream) -> TokenStream {
        let arms = &self.pieces.or_return;
        quote!(match #result #arms)
    }

    /// What `?` does in a field: the error leaves the block `'fields` with the name. There is one way out of that block, and
    /// so this takes no more of the compiler's time than `?` without a name.
    pub(super) fn or_leave(&self, field: &Field, result: TokenStream) -> TokenStream {
        let arms = self.pieces.or_leave(&field.name);
        quote!(match #result #arms)
    }

    /// `#[doc(hidden)]`
    pub(super) fn hidden(&self) -> &'m Tokens {
        &self.pieces.hidden
    }

    /// `#[inline]`, unless the invocation opts out.
    pub(super) fn inline(&self) -> Option<&'m Tokens> {
        self.model.inline.then_some(&self.pieces.inline)
    }
}

/// An identifier that may be raw: `r#type`.
pub(super) fn ident(name: &str) -> Ident {
    spanned(name, Span::call_site())
}

/// An identifier that the user wrote: the definition that editors go to.
pub(super) fn spanned(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, span),
        None => Ident::new(name, span),
    }
}

/// A field of a value: `link`, or `0` in a tuple struct.
pub(super) fn member(field: &Field) -> TokenTree {
    match field.ident.as_str() {
        "0" => Literal::usize_unsuffixed(0).into(),
        name => ident(name).into(),
    }
}

/// The variable that holds a field. A name that starts like a type's could be a unit struct, which patterns take for
/// the value.
pub(super) fn variable(field: &Field) -> Ident {
    match field.ident.as_str() {
        "0" => ident("value"),
        name if name.starts_with(|first: char| first.is_uppercase()) => ident(&format!("field_{name}")),
        name => ident(name),
    }
}

/// `name`, or `name: variable` where they differ.
pub(super) fn initialiser(field: &Field) -> Tokens {
    let (name, variable) = (Tokens::from(member(field)), variable(field));
    match variable == field.ident {
        true => name,
        false => quote!(#name: #variable).into(),
    }
}

/// A variable of a generated method. Its hygiene keeps it apart from every field of the same name.
pub(super) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
