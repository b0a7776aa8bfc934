//! Properties that a type has because of what it contains.

use crate::options::Borrow;
use crate::resolve::Resolved;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// For each combinator, whether some type in it is a `leaf`, directly or through other types of the schema.
pub(super) struct Spread<'r> {
    resolved: &'r Resolved,
    leaf: Box<dyn Fn(&Type) -> bool>,
    found: Vec<bool>,
}

impl<'r> Spread<'r> {
    /// What borrows from the input.
    pub(super) fn views(resolved: &'r Resolved, borrow: Borrow) -> Spread<'r> {
        Spread::new(resolved, move |ty| match ty {
            Type::Raw => borrow != Borrow::Nothing,
            ty => ty.builtin().is_some_and(|builtin| borrow.takes(builtin)),
        })
    }

    /// What has no exact equality.
    pub(super) fn inexact(resolved: &'r Resolved) -> Spread<'r> {
        Spread::new(resolved, |ty| ty.builtin() == Some(Builtin::Double))
    }

    /// What holds any combinator.
    pub(super) fn open(resolved: &'r Resolved) -> Spread<'r> {
        Spread::new(resolved, |ty| matches!(ty, Type::AnyCombinator | Type::Parameter(_)))
    }

    fn new(resolved: &'r Resolved, leaf: impl Fn(&Type) -> bool + 'static) -> Spread<'r> {
        let mut spread =
            Spread { resolved, leaf: Box::new(leaf), found: vec![false; resolved.combinators.len()] };
        // What a combinator contains may stand behind it, so go on until nothing changes.
        while spread.step() {}
        spread
    }

    fn step(&mut self) -> bool {
        let before = self.found.iter().filter(|found| **found).count();
        for (index, combinator) in self.resolved.combinators.iter().enumerate() {
            self.found[index] =
                self.found[index] || combinator.fields.iter().any(|field| self.in_type(&field.ty));
        }
        before != self.found.iter().filter(|found| **found).count()
    }

    /// Whether this combinator has it.
    pub(super) fn in_combinator(&self, index: usize) -> bool {
        self.found[index]
    }

    /// Whether one of these combinators has it.
    pub(super) fn in_any(&self, indices: &[usize]) -> bool {
        indices.iter().any(|&index| self.found[index])
    }

    fn in_type(&self, ty: &Type) -> bool {
        let inside = match ty {
            Type::Boxed(ty) => self.in_any(&self.resolved.types[*ty].constructors),
            Type::Bare(constructor) => self.found[*constructor],
            Type::Vector { element, .. } | Type::Array { element, .. } => self.in_type(element),
            // The enum of all constructors has what any of them has.
            Type::AnyCombinator => self.found.contains(&true),
            _ => false,
        };
        inside || (self.leaf)(ty)
    }
}
