//! A resolved schema with its names in Rust and the attributes of its definitions.

pub(crate) mod name;
pub(crate) mod object;
pub(crate) mod size;

use std::ops::{Deref, DerefMut};

use proc_macro2::TokenStream;
pub(crate) use tl_schema::resolve::*;

use crate::attributes::{self, Attributes};
use crate::diag::Diagnostics;
use crate::span::Span;
use name::RustPath;

/// A resolved schema with its names in Rust and the attributes of its definitions.
pub(crate) struct Named {
    resolved: Resolved,
    /// For each combinator, where its struct stands, below `types` or `functions`.
    paths: Vec<RustPath>,
    /// For each combinator.
    attributes: Vec<Attributes>,
    /// For each boxed type, where its enum or alias stands, below `enums`.
    type_paths: Vec<RustPath>,
}

/// Reads the attributes of all definitions, whose contents are in `list`, and names the Rust items.
pub(crate) fn named(resolved: Resolved, list: &[TokenStream], diagnostics: &mut Diagnostics) -> Named {
    let read = |combinator: &Combinator| attributes::read(&combinator.attributes, list, diagnostics);
    let attributes: Vec<Attributes> = resolved.combinators.iter().map(read).collect();
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
    /// Where the struct of a combinator stands, below `types` or `functions`.
    pub(crate) fn path(&self, combinator: usize) -> &RustPath {
        &self.paths[combinator]
    }

    /// What the attributes of a combinator say.
    pub(crate) fn attributes(&self, combinator: usize) -> &Attributes {
        &self.attributes[combinator]
    }

    /// Where `id_mismatch_ok` stands, for each combinator.
    pub(crate) fn excused(&self) -> Vec<Option<Span>> {
        self.attributes.iter().map(|attributes| attributes.id_mismatch_ok).collect()
    }

    /// Where the enum or alias of a boxed type stands, below `enums`.
    pub(crate) fn type_path(&self, ty: usize) -> &RustPath {
        &self.type_paths[ty]
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
