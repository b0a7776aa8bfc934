//! What a resolved schema must hold before code is generated from it. This file lists the checks.

mod external;
mod flags;
mod ids;
mod mistake;
mod names;
mod sizes;

use tl_schema::analyse::Analysis;

use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::Named;

/// Runs every check. What fails one is made sound, so that what comes behind need not care: a field becomes what was
/// meant, if that is plain, else the combinator is `broken` and loses its fields; one that clashes with an earlier
/// definition is a `duplicate`, for which the other stands.
pub(crate) fn check(mut resolved: Named, options: &Options, diagnostics: &mut Diagnostics) -> Named {
    let mut failed = Vec::new();
    let mut duplicates = Vec::new();
    ids::settle(&mut resolved, options, diagnostics);
    ids::verified(&resolved, options, diagnostics);
    ids::unique_in_type(&resolved, diagnostics);
    ids::unique_in_object(&resolved, options, diagnostics);
    names::named(&resolved, diagnostics, &mut duplicates);
    names::distinct_structs(&resolved, diagnostics, &mut duplicates);
    names::distinct_types(&resolved, diagnostics, &mut duplicates);
    names::distinct_variants(&resolved, diagnostics, &mut duplicates);
    names::distinct_in_object(&resolved, options, diagnostics, &mut duplicates);
    names::fields_named_once(&resolved, diagnostics, &mut failed);
    names::parameters_named_once(&resolved, diagnostics, &mut failed);
    names::renames_used(&resolved, diagnostics);
    flags::masks_are_numbers(&resolved, diagnostics);
    flags::bits_exist(&resolved, diagnostics);
    flags::true_has_a_flag(&resolved, diagnostics);
    let analysis = Analysis::new(&resolved);
    tl_schema::check::types(&resolved, &analysis, diagnostics, &mut failed);
    sizes::values_are_small(&resolved, &analysis, options, diagnostics, &mut failed);
    external::extern_is_used(&resolved, options, diagnostics);
    flags::mend(&mut resolved);
    failed.into_iter().for_each(|index| resolved.combinators[index].lose_fields());
    duplicates.into_iter().for_each(|index| resolved.leave_out(index));
    resolved
}
