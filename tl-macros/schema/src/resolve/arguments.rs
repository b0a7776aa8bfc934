//! A template's own types with its arguments in place.

use crate::resolve::ty::{Applied, Argument, Nat, Type};

impl Type {
    /// This type of a template's field, where these take the places of the template's parameters.
    ///
    /// The field must depend on no number of another field.
    pub fn with_arguments(&self, arguments: &[Argument]) -> Type {
        let inner = |ty: &Type| Box::new(ty.with_arguments(arguments));
        match self {
            Type::Parameter(index) => {
                arguments.get(*index).and_then(Argument::as_type).cloned().unwrap_or(Type::Unknown)
            }
            Type::Vector { boxed, element } => Type::Vector { boxed: *boxed, element: inner(element) },
            Type::Array { len, element } => Type::repeated(Nat::Number(*len), *inner(element)),
            Type::Repeat { count, element } => {
                Type::repeated(count.with_arguments(arguments), *inner(element))
            }
            Type::Nullable(ty) => Type::Nullable(inner(ty)),
            Type::Applied(applied) => {
                let argument = |argument: &Argument| match argument {
                    Argument::Type(ty) => Argument::Type(ty.with_arguments(arguments)),
                    Argument::Nat(nat) => Argument::Nat(nat.with_arguments(arguments)),
                };
                let arguments = applied.arguments.iter().map(argument).collect();
                Type::Applied(Box::new(Applied { template: applied.template, arguments }))
            }
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Boxed(_) | Type::Bare(_) => self.clone(),
            Type::External(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => self.clone(),
        }
    }
}

impl Nat {
    /// A sum, in which plain numbers are one. One that is too large is reported where it is added up.
    pub fn sum(terms: impl IntoIterator<Item = Nat>) -> Nat {
        let (mut total, mut others) = (0_u32, Vec::new());
        for term in terms {
            match term {
                Nat::Number(number) => match total.checked_add(number) {
                    Some(sum) => total = sum,
                    None => others.push(Nat::Number(number)),
                },
                Nat::Sum(terms) => others.extend(terms),
                Nat::Field(_) | Nat::Parameter(_) => others.push(term),
            }
        }
        others.extend((total != 0).then_some(Nat::Number(total)));
        match <[Nat; 1]>::try_from(others) {
            Ok([only]) => only,
            Err(others) if others.is_empty() => Nat::Number(0),
            Err(others) => Nat::Sum(others),
        }
    }

    fn with_arguments(&self, arguments: &[Argument]) -> Nat {
        match self {
            Nat::Number(_) | Nat::Field(_) => self.clone(),
            Nat::Parameter(index) => {
                arguments.get(*index).and_then(Argument::as_nat).cloned().unwrap_or(Nat::Number(0))
            }
            Nat::Sum(terms) => Nat::sum(terms.iter().map(|term| term.with_arguments(arguments))),
        }
    }
}
