//! How large values are in memory.

use std::cmp::Reverse;

use tl_schema::analyse::Analysis;

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::Resolved;
use crate::resolve::size::{Layouts, MOST, TooLarge};
use crate::resolve::template::Templates;

/// How many of a value's fields are named as the cause of its size.
const NAMED: usize = 3;

/// Rule: a value is small enough to be moved around.
///
/// All that holds what is too large fails with it, for rustc would have to say of each how large it is.
pub(super) fn values_are_small(
    resolved: &Resolved,
    analysis: &Analysis<'_>,
    options: &Options,
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    let templates = Templates::new(resolved, analysis);
    let layouts = Layouts::new(resolved, options, &templates, analysis.boxes());
    let mut large = Vec::new();
    for TooLarge { combinator: index, size, fields } in layouts.too_large {
        if failed.contains(&index) {
            continue;
        }
        let combinator = &resolved.combinators[index];
        let mut largest: Vec<(usize, usize)> = fields.into_iter().enumerate().collect();
        largest.sort_by_key(|&(_, size)| Reverse(size));
        largest.truncate(NAMED);
        let span =
            largest.first().map_or(combinator.name.span, |&(field, _)| combinator.fields[field].ty_span);
        let name = combinator.name.text.clone();
        let line = |&(field, size): &(usize, usize)| (combinator.fields[field].line.clone(), size);
        let largest = largest.iter().filter(|(_, size)| *size >= MOST / 8).map(line).collect();
        diagnostics.report(span, Mistake::TooLarge { name, size, most: MOST, largest });
        large.push(index);
    }
    failed.extend(analysis.holders(&large));
}
