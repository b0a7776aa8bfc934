//! What a type expression depends on: arguments of templates, and numbers in fields.

use alloc::vec::Vec;

use super::super::tables::field;
use super::super::ty::{Argument, Arguments, Nat, NatKind, Ty};
use super::super::{Combinator, Field, Schema};

/// Where the arguments and the numbers of a combinator are.
#[derive(Clone, Copy)]
pub(in crate::reflect) struct Scope {
    arguments: u32,
    argument_count: u32,
    slots: u32,
}

/// A type expression and what it depends on.
#[derive(Clone, Copy)]
pub(in crate::reflect) struct Bound<'a> {
    pub(in crate::reflect) ty: Ty<'a>,
    pub(in crate::reflect) scope: Scope,
}

/// The type of a whole value, and all that it depends on.
pub(in crate::reflect) struct Root<'a> {
    pub(in crate::reflect) ty: Bound<'a>,
    pub(in crate::reflect) scopes: Scopes<'a>,
}

impl<'a> Root<'a> {
    /// A type that depends on nothing.
    pub(in crate::reflect) fn of(ty: Ty<'a>) -> Self {
        Self { ty: Bound { ty, scope: Scope::NONE }, scopes: Scopes::default() }
    }

    /// Any combinator of a schema.
    pub(in crate::reflect) fn any(schema: &'a Schema<'a>) -> Self {
        Self::of(Ty::any(schema))
    }
}

/// How much was in scope.
#[derive(Clone, Copy)]
pub(in crate::reflect) struct Mark {
    arguments: usize,
    slots: usize,
}

/// Those of all combinators that are being read, outermost first.
#[derive(Default)]
pub(in crate::reflect) struct Scopes<'a> {
    arguments: Vec<Evaluated<'a>>,
    slots: Vec<u32>,
}

#[derive(Clone, Copy)]
enum Evaluated<'a> {
    Number(u32),
    Type(Bound<'a>),
}

impl Scope {
    /// Nothing is in scope.
    pub(in crate::reflect) const NONE: Scope = Scope { arguments: 0, argument_count: 0, slots: 0 };

    #[inline]
    pub(in crate::reflect) fn slot(self, slot: u32) -> u32 {
        self.slots + slot
    }
}

impl<'a> Scopes<'a> {
    pub(in crate::reflect) fn mark(&self) -> Mark {
        Mark { arguments: self.arguments.len(), slots: self.slots.len() }
    }

    pub(in crate::reflect) fn leave(&mut self, outer: Mark) {
        self.arguments.truncate(outer.arguments);
        self.slots.truncate(outer.slots);
    }

    /// The scope of a combinator with these arguments, which are given in the scope around it.
    pub(in crate::reflect) fn enter(
        &mut self,
        combinator: Combinator<'a>,
        arguments: Arguments<'a>,
        around: Scope,
    ) -> Scope {
        let start = self.arguments.len() as u32;
        for argument in arguments.iter() {
            let value = match argument {
                Argument::Nat(nat) => Evaluated::Number(self.number(nat, around)),
                Argument::Type(ty) => Evaluated::Type(self.resolved(ty, around)),
            };
            self.arguments.push(value);
        }
        let slots = self.slots.len();
        self.slots.resize(slots + combinator.slots() as usize, 0);
        Scope { arguments: start, argument_count: self.arguments.len() as u32 - start, slots: slots as u32 }
    }

    /// A type in a scope of its own, with these type arguments and numbers.
    pub(in crate::reflect) fn bound(
        &mut self,
        ty: Ty<'a>,
        arguments: impl IntoIterator<Item = Bound<'a>>,
        slots: &[u32],
    ) -> Bound<'a> {
        let Mark { arguments: first_argument, slots: first_slot } = self.mark();
        self.arguments.extend(arguments.into_iter().map(Evaluated::Type));
        self.slots.extend(slots);
        let scope = Scope {
            arguments: first_argument as u32,
            argument_count: (self.arguments.len() - first_argument) as u32,
            slots: first_slot as u32,
        };
        self.resolved(ty, scope)
    }

    /// A parameter is what it was given: chains of them stay short.
    fn resolved(&self, ty: Ty<'a>, scope: Scope) -> Bound<'a> {
        match ty.as_parameter().and_then(|index| self.parameter(index, scope)) {
            Some(bound) => bound,
            None => Bound { ty, scope },
        }
    }

    fn argument(&self, index: u32, scope: Scope) -> Option<Evaluated<'a>> {
        (index < scope.argument_count)
            .then(|| self.arguments.get((scope.arguments + index) as usize).copied())?
    }

    /// What a type parameter was given.
    pub(in crate::reflect) fn parameter(&self, index: u32, scope: Scope) -> Option<Bound<'a>> {
        match self.argument(index, scope)? {
            Evaluated::Type(bound) => Some(bound),
            Evaluated::Number(_) => None,
        }
    }

    /// What a natural parameter was given.
    pub(in crate::reflect) fn number_parameter(&self, index: u32, scope: Scope) -> u32 {
        match self.argument(index, scope) {
            Some(Evaluated::Number(number)) => number,
            Some(Evaluated::Type(_)) | None => 0,
        }
    }

    pub(in crate::reflect) fn number(&self, nat: Nat<'a>, scope: Scope) -> u32 {
        match nat.kind() {
            NatKind::Number(number) => number,
            NatKind::Slot(slot) => self.kept(scope.slot(slot)),
            NatKind::Parameter(index) => self.number_parameter(index, scope),
            NatKind::Sum(left, right) => self.number(left, scope).saturating_add(self.number(right, scope)),
        }
    }

    pub(in crate::reflect) fn kept(&self, slot: u32) -> u32 {
        self.slots.get(slot as usize).copied().unwrap_or(0)
    }

    /// Keeps the number of a field for what depends on it.
    #[inline]
    pub(in crate::reflect) fn keep(&mut self, slot: Option<u32>, number: u32) {
        if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot as usize)) {
            *slot = number;
        }
    }

    /// Adds bits to a number that is kept.
    pub(in crate::reflect) fn set_bits(&mut self, slot: u32, bits: u32) {
        let kept = self.kept(slot);
        self.keep(Some(slot), kept | bits);
    }

    pub(in crate::reflect) fn set_bit(&mut self, slot: u32, bit: u32) {
        self.set_bits(slot, 1 << (bit & 31));
    }

    /// Whether the bit that a field depends on is set.
    #[inline]
    pub(in crate::reflect) fn is_present(&self, field: Field<'_>, scope: Scope) -> bool {
        let (from, bit, index) = field.tests();
        let mask = match from {
            field::IF_FIELD => self.kept(scope.slot(index)),
            field::IF_PARAMETER => self.number_parameter(index, scope),
            _ => return true,
        };
        mask >> (bit & 31) & 1 != 0
    }
}
