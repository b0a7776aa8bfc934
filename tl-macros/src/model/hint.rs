//! A cheap lower bound on the encoded length of a value. Only values with a field of any length that is always present
//! have one: small ones fit in any buffer. Without it, a container written into a fresh buffer takes nearly twice the
//! instructions.

use crate::resolve::Combinator;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// The parts of a hint.
pub(crate) struct Hint {
    /// The fields that can be of any length.
    pub(crate) long: Vec<usize>,
    /// The fewest bytes of the others.
    pub(crate) others: usize,
}

/// The hint of a combinator; `least_of` is the least size of a type. None for a recursive type: a hint must not follow a
/// value down all its levels, because only the writer limits them. Functions in functions are as deep as their Rust type.
pub(super) fn hint(
    combinator: &Combinator,
    recursive: bool,
    least_of: impl Fn(&Type) -> usize,
) -> Option<Hint> {
    if recursive && combinator.parameters.is_empty() {
        return None;
    }
    let always = combinator.fields.iter().enumerate().filter(|(_, field)| field.condition.is_none());
    let (long, others): (Vec<_>, Vec<_>) = always.partition(|(_, field)| is_long(&field.ty));
    let others = others.into_iter().map(|(_, field)| least_of(&field.ty)).fold(0, usize::saturating_add);
    (!long.is_empty()).then(|| Hint { long: long.into_iter().map(|(index, _)| index).collect(), others })
}

/// Whether a value can be of any length.
fn is_long(ty: &Type) -> bool {
    match ty {
        Type::Builtin(Builtin::Bytes) | Type::Vector { .. } | Type::Raw => true,
        Type::Parameter(_) | Type::Repeat { .. } | Type::Applied(_) => true,
        Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Array { .. } | Type::Nullable(_) => false,
        Type::Boxed(_) | Type::Bare(_) | Type::External(_) | Type::Unknown | Type::AnyCombinator => false,
    }
}
