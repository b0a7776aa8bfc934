//! A part of a resolved schema, in place of the whole.

use super::{Output, Resolved};
use crate::resolve::ty::{Argument, Template, Type};

impl Resolved {
    /// Keeps these combinators and boxed types, whose indices change. They must mention no others.
    pub fn retain(&mut self, combinators: &[bool], types: &[bool]) {
        let renumbered = Renumbered { combinators: numbers(combinators), types: numbers(types) };
        let mut kept = combinators.iter();
        self.combinators.retain(|_| kept.next().is_some_and(|kept| *kept));
        let mut kept = types.iter();
        self.types.retain(|_| kept.next().is_some_and(|kept| *kept));
        for combinator in &mut self.combinators {
            combinator.fields.iter_mut().for_each(|field| renumbered.in_type(&mut field.ty));
            match &mut combinator.output {
                Output::Constructs(ty) => *ty = renumbered.types[*ty],
                Output::Returns(ty) => renumbered.in_type(ty),
                Output::ConstructsObject => {}
            }
        }
        let constructors = self.types.iter_mut().flat_map(|ty| &mut ty.constructors);
        constructors.for_each(|constructor| *constructor = renumbered.combinators[*constructor]);
    }
}

/// For each old index, the new one.
struct Renumbered {
    combinators: Vec<usize>,
    types: Vec<usize>,
}

impl Renumbered {
    fn in_type(&self, ty: &mut Type) {
        match ty {
            Type::Boxed(ty) => *ty = self.types[*ty],
            Type::Bare(constructor) => *constructor = self.combinators[*constructor],
            Type::Vector { element, .. } | Type::Array { element, .. } | Type::Repeat { element, .. } => {
                self.in_type(element);
            }
            Type::Nullable(inner) => self.in_type(inner),
            Type::Applied(applied) => {
                match &mut applied.template {
                    Template::Boxed(ty) => *ty = self.types[*ty],
                    Template::Bare(constructor) => *constructor = self.combinators[*constructor],
                }
                for argument in &mut applied.arguments {
                    match argument {
                        Argument::Type(ty) => self.in_type(ty),
                        Argument::Nat(_) => {}
                    }
                }
            }
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::External(_) | Type::Parameter(_) => {}
            Type::Raw | Type::Unknown | Type::AnyCombinator => {}
        }
    }
}

/// For each item, how many before it are kept.
fn numbers(kept: &[bool]) -> Vec<usize> {
    let counts = kept.iter().scan(0, |next, kept| {
        let number = *next;
        *next += usize::from(*kept);
        Some(number)
    });
    counts.collect()
}
