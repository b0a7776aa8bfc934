//! What a value takes at least, at a glance: only where a field can be of any length and is always there, for what is
//! small fits in any buffer.

use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Field};

/// The parts of a hint.
pub(crate) struct Hint {
    /// The fields that can be of any length.
    pub(crate) long: Vec<usize>,
    /// The fewest bytes of the others.
    pub(crate) others: usize,
}

/// The hint of a combinator whose fields take so many bytes at least. None for a recursive type: no hint follows a value
/// down all its levels, of which only the writer knows the limit. Functions in functions are as deep as their Rust type.
pub(super) fn hint(combinator: &Combinator, recursive: bool, least: usize) -> Option<Hint> {
    if recursive && combinator.parameters.is_empty() {
        return None;
    }
    let fields = combinator.fields.iter().enumerate();
    let long: Vec<(usize, usize)> =
        fields.filter_map(|(index, field)| Some((index, least_of_long(field)?))).collect();
    let of_long: usize = long.iter().map(|(_, least)| least).sum();
    let long: Vec<usize> = long.into_iter().map(|(index, _)| index).collect();
    (!long.is_empty()).then_some(Hint { long, others: least.saturating_sub(of_long) })
}

/// The fewest bytes of a field, if it can be of any length and is always there.
fn least_of_long(field: &Field) -> Option<usize> {
    // A number may be computed.
    let has_numbers = || field.ty.parts().any(|part| part.numbers().next().is_some());
    if field.condition.is_some() || has_numbers() {
        return None;
    }
    match field.ty {
        Type::Builtin(Builtin::Bytes) | Type::Vector { boxed: false, .. } => Some(4),
        Type::Vector { boxed: true, .. } => Some(8),
        Type::Raw | Type::Parameter(_) => Some(0),
        Type::Builtin(_)
        | Type::BoxedBuiltin { .. }
        | Type::Array { .. }
        | Type::Repeat { .. }
        | Type::Applied(_)
        | Type::Boxed(_)
        | Type::Bare(_)
        | Type::External(_)
        | Type::Unknown
        | Type::AnyCombinator => None,
    }
}
