//! Sizes on the wire.

use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Resolved};

/// Fewest bytes on the wire.
pub(super) struct Wire<'r> {
    resolved: &'r Resolved,
    least: Vec<Progress>,
}

#[derive(Clone, Copy)]
enum Progress {
    New,
    /// Inside itself a type counts as nothing, which keeps the sum a lower bound.
    Open,
    Done(usize),
}

impl<'r> Wire<'r> {
    pub(super) fn new(resolved: &'r Resolved) -> Self {
        Wire { resolved, least: vec![Progress::New; resolved.combinators.len()] }
    }

    pub(super) fn combinator(&mut self, index: usize) -> usize {
        match self.least[index] {
            Progress::Done(least) => return least,
            Progress::Open => return 0,
            Progress::New => self.least[index] = Progress::Open,
        }
        let Combinator { fields, .. } = &self.resolved.combinators[index];
        let always = fields.iter().filter(|field| field.condition.is_none());
        let least = always.map(|field| self.of(&field.ty)).fold(0, usize::saturating_add);
        self.least[index] = Progress::Done(least);
        least
    }

    fn of(&mut self, ty: &Type) -> usize {
        match ty {
            Type::Builtin(builtin) => builtin.fixed_size().unwrap_or(4),
            Type::BoxedBuiltin { builtin, .. } => 4 + builtin.fixed_size().unwrap_or(4),
            Type::Vector { boxed: true, .. } => 8,
            Type::Vector { boxed: false, .. } => 4,
            Type::Array { len, element } => (*len as usize).saturating_mul(self.of(element)),
            Type::Bare(constructor) => self.combinator(*constructor),
            Type::Boxed(ty) => {
                let constructors = self.resolved.types[*ty].constructors.iter();
                4 + constructors.map(|&constructor| self.combinator(constructor)).min().unwrap_or(0)
            }
            Type::External(external) if external.boxed => 4,
            Type::AnyCombinator => 4,
            Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown => 0,
        }
    }
}

/// Bytes of a combinator's bare form, where every value takes as many.
pub(super) fn fixed(resolved: &Resolved, combinator: usize) -> Option<usize> {
    let Combinator { fields, broken, .. } = &resolved.combinators[combinator];
    let sizes = fields.iter().map(|field| match field.condition {
        None => fixed_type(resolved, &field.ty),
        Some(_) => None,
    });
    sizes.sum::<Option<usize>>().filter(|size| *size > 0 && !broken)
}

/// Bytes of a type of which every value takes as many and every pattern of bytes is a value.
pub(crate) fn fixed_type(resolved: &Resolved, ty: &Type) -> Option<usize> {
    match ty {
        Type::Builtin(Builtin::Bool | Builtin::True) => None,
        Type::Builtin(builtin) => builtin.fixed_size(),
        Type::Bare(constructor) => fixed(resolved, *constructor),
        _ => None,
    }
}
