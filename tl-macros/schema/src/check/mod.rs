//! What the types of a schema must hold.

mod mistake;
mod types;

use crate::analyse::Analysis;
use crate::diag::Diagnostics;
use crate::resolve::Resolved;

/// Checks where types stand, and that their values can exist. Adds the combinators that fail to those that failed
/// before, some perhaps more than once; see [`Combinator::lose_fields`](crate::resolve::Combinator::lose_fields).
pub fn types(
    resolved: &Resolved,
    analysis: &Analysis<'_>,
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    let deep = types::values_are_shallow(resolved, analysis, diagnostics);
    types::objects_are_last(resolved, diagnostics, failed);
    types::values_are_finite(resolved, analysis, &deep, diagnostics, failed);
    failed.extend(deep);
    types::parameters_are_determined(resolved, diagnostics, failed);
}
