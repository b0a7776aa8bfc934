//! Which functions answer with a boxed type.

use crate::resolve::ty::{Template, Type};
use crate::resolve::{Named, Output};
use crate::schema::Section;

/// The boxed type that a combinator constructs or answers with, also bare or in a vector.
pub(super) fn result(resolved: &Named, output: &Output) -> Option<usize> {
    let mut ty = match output {
        Output::Constructs(index) => return Some(*index),
        Output::ConstructsObject => return None,
        Output::Returns(ty) => ty,
    };
    loop {
        match ty {
            Type::Boxed(index) => return Some(*index),
            Type::Vector { element, .. } | Type::Array { element, .. } | Type::Repeat { element, .. } => {
                ty = element;
            }
            Type::Nullable(inner) => ty = inner,
            Type::Applied(applied) => match applied.template {
                Template::Boxed(index) => return Some(index),
                Template::Bare(constructor) => return constructed(resolved, constructor),
            },
            Type::Bare(constructor) => return constructed(resolved, *constructor),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::External(_) => return None,
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => return None,
        }
    }
}

/// The boxed type of a constructor.
fn constructed(resolved: &Named, constructor: usize) -> Option<usize> {
    match resolved.combinators[constructor].output {
        Output::Constructs(ty) => Some(ty),
        Output::ConstructsObject | Output::Returns(_) => None,
    }
}

/// The functions that answer with each boxed type.
pub(super) fn answers(resolved: &Named) -> Vec<Vec<usize>> {
    let mut answers = vec![Vec::new(); resolved.types.len()];
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        if combinator.section == Section::Functions
            && !combinator.duplicate
            && let Some(ty) = result(resolved, &combinator.output)
        {
            answers[ty].push(index);
        }
    }
    answers
}
