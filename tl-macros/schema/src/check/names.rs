//! Names inside a combinator.

use std::collections::HashMap;

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::resolve::Resolved;
use crate::schema::Name;

/// Rule: the fields of a combinator have different names, also where a mask is shadowed.
pub(super) fn fields_named_once(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let names = combinator.fields.iter().map(|field| &field.name);
        for (first, name) in repeated(names) {
            let mistake = Mistake::FieldTwice { name: name.text.clone() };
            diagnostics.report_with(name.span, mistake, vec![(first.span, "first declared here")]);
            failed.push(index);
        }
    }
}

/// Rule: the parameters of a combinator have different names.
pub(super) fn parameters_named_once(
    resolved: &Resolved,
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        for (first, name) in repeated(combinator.parameters.iter().map(|parameter| &parameter.name)) {
            let mistake = Mistake::ParameterTwice { name: name.text.clone() };
            diagnostics.report_with(name.span, mistake, vec![(first.span, "first declared here")]);
            failed.push(index);
        }
    }
}

/// The names that are there before, each with the first.
fn repeated<'n>(names: impl Iterator<Item = &'n Name>) -> impl Iterator<Item = (&'n Name, &'n Name)> {
    let mut seen = HashMap::new();
    names.filter_map(move |name| {
        let first = *seen.entry(&name.text).or_insert(name);
        (first.span != name.span).then_some((first, name))
    })
}
