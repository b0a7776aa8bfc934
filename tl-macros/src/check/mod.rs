//! What a resolved schema must satisfy before code is generated from it. This file lists the checks.

mod external;
mod ids;
mod mistake;
mod names;
mod sizes;

use tl_schema::analyse::Analysis;

use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::Named;

/// Runs every check. What fails is repaired, so that later stages need not care: a field becomes what was meant, if that
/// is clear, else the combinator is `broken` and loses its fields; one that clashes with an earlier definition is a
/// `duplicate`, and the other is used for both.
pub(crate) fn check(mut resolved: Named, options: &Options, diagnostics: &mut Diagnostics) -> Named {
    let mut failed = Vec::new();
    let mut duplicates = Vec::new();
    let excused = resolved.excused();
    tl_schema::check::ids(&mut resolved, &options.of_schema(), &excused, diagnostics);
    ids::unique_in_object(&resolved, options, diagnostics);
    names::named(&resolved, diagnostics, &mut duplicates);
    names::distinct_structs(&resolved, diagnostics, &mut duplicates);
    names::distinct_types(&resolved, diagnostics, &mut duplicates);
    names::distinct_variants(&resolved, diagnostics, &mut duplicates);
    names::distinct_in_object(&resolved, options, diagnostics, &mut duplicates);
    tl_schema::check::names(&resolved, diagnostics, &mut failed);
    names::distinct_parts(&resolved, diagnostics, &mut failed);
    names::renames_used(&resolved, diagnostics);
    tl_schema::check::masks(&resolved, diagnostics);
    let analysis = Analysis::new(&resolved);
    tl_schema::check::types(&resolved, &analysis, diagnostics, &mut failed);
    sizes::values_are_small(&resolved, &analysis, options, diagnostics, &mut failed);
    external::extern_is_used(&resolved, options, diagnostics);
    tl_schema::check::mend(&mut resolved);
    failed.into_iter().for_each(|index| resolved.combinators[index].lose_fields());
    duplicates.into_iter().for_each(|index| resolved.leave_out(index));
    resolved
}
