//! Properties that a type has because of what it contains.

use crate::options::Borrow;
use crate::resolve::Resolved;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// For each combinator, whether some type in it is a `leaf`, directly or through other types of the schema.
pub(super) struct Spread<'r> {
    resolved: &'r Resolved,
    leaf: fn(&Type) -> bool,
    found: Vec<bool>,
}

impl<'r> Spread<'r> {
    /// What borrows from the input.
    pub(super) fn views(resolved: &'r Resolved, borrow: Borrow) -> Spread<'r> {
        let leaf: fn(&Type) -> bool = match borrow {
            Borrow::Nothing => |_| false,
            Borrow::Strings => is_string,
            Borrow::All => |ty| is_string(ty) || is_byte_array(ty),
        };
        Spread::new(resolved, leaf)
    }

    /// What has no exact equality.
    pub(super) fn inexact(resolved: &'r Resolved) -> Spread<'r> {
        Spread::new(resolved, |ty| ty.builtin() == Some(Builtin::Double))
    }

    /// What holds any combinator.
    pub(super) fn open(resolved: &'r Resolved) -> Spread<'r> {
        Spread::new(resolved, |ty| matches!(ty, Type::AnyCombinator | Type::Parameter(_)))
    }

    fn new(resolved: &'r Resolved, leaf: fn(&Type) -> bool) -> Spread<'r> {
        let mut spread = Spread { resolved, leaf, found: vec![false; resolved.combinators.len()] };
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

fn is_string(ty: &Type) -> bool {
    *ty == Type::Raw || matches!(ty.builtin(), Some(Builtin::String | Builtin::Bytes))
}

fn is_byte_array(ty: &Type) -> bool {
    matches!(ty.builtin(), Some(Builtin::Int128 | Builtin::Int256 | Builtin::Int512))
}
