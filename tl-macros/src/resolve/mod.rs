//! A resolved schema with its names in Rust and the attributes of its definitions.

mod mention;
pub(crate) mod name;
pub(crate) mod object;
pub(crate) mod only;
pub(crate) mod size;
pub(crate) mod template;

use std::ops::{Deref, DerefMut};

use proc_macro2::TokenStream;
pub(crate) use tl_schema::resolve::*;

use crate::attributes::{self, Attributes};
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::span::Span;
use name::RustPath;

/// A resolved schema with its names in Rust and the attributes of its definitions.
pub(crate) struct Named {
    resolved: Resolved,
    /// For each combinator, the path of its struct below `types` or `functions`.
    paths: Vec<RustPath>,
    /// For each combinator.
    attributes: Vec<Attributes>,
    /// For each boxed type, the path of its enum or alias below `enums`.
    type_paths: Vec<RustPath>,
}

/// Reads the attributes of all definitions, whose contents are in `list`, and names the Rust items.
pub(crate) fn named(
    resolved: Resolved,
    list: &[TokenStream],
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Named {
    let read = |combinator: &Combinator| attributes::read(&combinator.attributes, list, diagnostics);
    let mut attributes: Vec<Attributes> = resolved.combinators.iter().map(read).collect();
    mention::apply(&resolved, options, &mut attributes, diagnostics);
    let path = |(combinator, attributes): (&Combinator, &Attributes)| {
        let rename = attributes.rename.as_ref().map(|(name, _)| name.as_str());
        RustPath::new(&combinator.name.text, rename)
    };
    Named {
        paths: resolved.combinators.iter().zip(&attributes).map(path).collect(),
        type_paths: resolved.types.iter().map(|ty| RustPath::new(&ty.name.text, None)).collect(),
        attributes,
        resolved,
    }
}

impl Named {
    /// The path of a combinator's struct below `types` or `functions`.
    pub(crate) fn path(&self, combinator: usize) -> &RustPath {
        &self.paths[combinator]
    }

    /// What the attributes of a combinator say.
    pub(crate) fn attributes(&self, combinator: usize) -> &Attributes {
        &self.attributes[combinator]
    }

    /// The place of `id_mismatch_ok`, for each combinator.
    pub(crate) fn excused(&self) -> Vec<Option<Span>> {
        self.attributes.iter().map(|attributes| attributes.id_mismatch_ok).collect()
    }

    /// The path of a boxed type's enum or alias below `enums`.
    pub(crate) fn type_path(&self, ty: usize) -> &RustPath {
        &self.type_paths[ty]
    }

    /// Keeps these combinators and boxed types, whose indices change. They mention no others.
    fn retain(&mut self, combinators: &[bool], types: &[bool]) {
        self.resolved.retain(combinators, types);
        keep(&mut self.paths, combinators);
        keep(&mut self.attributes, combinators);
        keep(&mut self.type_paths, types);
    }

    /// The variants' names of a boxed type with several constructors.
    pub(crate) fn variants(&self, ty: usize) -> Vec<String> {
        let constructors = self.types[ty].constructors.iter();
        let constructors: Vec<(&str, &str)> = constructors
            .map(|&index| (self.combinators[index].name.text.as_str(), self.path(index).ident.as_str()))
            .collect();
        name::variants(&self.type_path(ty).ident, &constructors)
    }
}

/// Keeps the items that are kept.
fn keep<T>(items: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    items.retain(|_| kept.next().is_some_and(|kept| *kept));
}

impl Deref for Named {
    type Target = Resolved;

    fn deref(&self) -> &Resolved {
        &self.resolved
    }
}

impl DerefMut for Named {
    fn deref_mut(&mut self) -> &mut Resolved {
        &mut self.resolved
    }
}
