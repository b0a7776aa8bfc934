//! What the names, ids, masks and types of a schema must hold.

mod ids;
mod masks;
mod mistake;
mod names;
mod types;

use crate::analyse::Analysis;
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::Resolved;
use crate::span::Span;
pub use ids::unique_ids;

/// Gives each line without an id the computed one, and checks ids: those that are written where the options say so,
/// and that they differ in each type. `excused` says which combinators may have another id than the computed one, and
/// where; it may be shorter than their list.
pub fn ids(
    resolved: &mut Resolved,
    options: &Options,
    excused: &[Option<Span>],
    diagnostics: &mut Diagnostics,
) {
    ids::settle(resolved, options, diagnostics);
    ids::verified(resolved, options, excused, diagnostics);
    ids::unique_in_type(resolved, diagnostics);
}

/// Checks that the fields and the parameters of each combinator have different names. Adds the combinators that fail
/// to those that failed before.
pub fn names(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    names::fields_named_once(resolved, diagnostics, failed);
    names::parameters_named_once(resolved, diagnostics, failed);
}

/// Checks masks and the fields that depend on their bits; see [`mend`].
pub fn masks(resolved: &Resolved, diagnostics: &mut Diagnostics) {
    masks::masks_are_numbers(resolved, diagnostics);
    masks::bits_exist(resolved, diagnostics);
}

/// Turns each field that fails [`masks`] into what was most likely meant, so that code which uses it causes no further
/// errors.
pub fn mend(resolved: &mut Resolved) {
    masks::mend(resolved);
}

/// Checks where types are used, and that their values can exist. Adds the combinators that fail to those that failed
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
    types::templates_end(resolved, analysis, diagnostics, failed);
    types::parameters_are_determined(resolved, diagnostics, failed);
}
