//! What a resolved schema must hold before code is generated from it. This file lists the checks.

mod flags;
mod ids;
mod mistake;
mod names;
mod types;

use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::{Combinator, Resolved};

/// Runs every check. A combinator that fails one is `broken` and loses its fields; one that clashes with an earlier
/// definition is a `duplicate`, for which the other stands. What comes behind need not care.
pub(crate) fn check(mut resolved: Resolved, options: &Options, diagnostics: &mut Diagnostics) -> Resolved {
    let mut failed = Vec::new();
    let mut duplicates = Vec::new();
    ids::settle(&mut resolved, options, diagnostics);
    ids::verified(&resolved, options, diagnostics);
    ids::unique_in_type(&resolved, diagnostics);
    ids::unique_in_object(&resolved, options, diagnostics);
    names::named(&resolved, diagnostics, &mut duplicates);
    names::defined_once(&resolved, diagnostics, &mut duplicates);
    names::distinct_structs(&resolved, diagnostics, &mut duplicates);
    names::distinct_types(&resolved, diagnostics, &mut duplicates);
    names::distinct_variants(&resolved, diagnostics, &mut duplicates);
    names::fields_named_once(&resolved, diagnostics, &mut failed);
    names::renames_used(&resolved, diagnostics);
    flags::masks_are_numbers(&resolved, diagnostics, &mut failed);
    flags::bits_exist(&resolved, diagnostics, &mut failed);
    flags::true_has_a_flag(&resolved, diagnostics, &mut failed);
    types::objects_are_last(&resolved, diagnostics, &mut failed);
    types::values_are_finite(&resolved, diagnostics, &mut failed);
    types::parameters_are_determined(&resolved, diagnostics, &mut failed);
    types::extern_is_used(&resolved, options, diagnostics);
    failed.into_iter().for_each(|index| resolved.combinators[index].broken = true);
    resolved.combinators.iter_mut().filter(|combinator| combinator.broken).for_each(Combinator::lose_fields);
    duplicates.into_iter().for_each(|index| resolved.leave_out(index));
    resolved
}
