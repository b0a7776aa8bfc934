//! Types: where they can be used, and that their values can exist.

use crate::analyse::{Analysis, Cycle};
use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Resolved};
use crate::schema::Section;

/// The deepest of the schemas in use, TDLib's, has 31 levels. rustc gives up at 128 in some forms and accepts more
/// in others; it says so, and has an attribute for more, so we need not enforce its limit.
const DEEPEST: usize = 1_000;

/// Rule: values inside values are not nested without end.
///
/// Returns what fails, in order. Whatever holds a type that is too deep fails with it, because rustc has a limit of its own
/// and would repeat the message for every level.
pub(super) fn values_are_shallow(
    resolved: &Resolved,
    analysis: &Analysis<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<usize> {
    let involved = analysis.deeper_than(DEEPEST);
    if let Some(&first) = involved.iter().min() {
        let name = &resolved.combinators[first].name;
        diagnostics.report(name.span, Mistake::TooDeep { name: name.text.clone(), most: DEEPEST });
    }
    involved
}

/// Rule: `Object` takes all bytes to the end, so it is the last field, unless a length is right before it.
pub(super) fn objects_are_last(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let Some((_, front)) = combinator.fields.split_last() else { continue };
        for (place, field) in front.iter().enumerate() {
            if field.ty == Type::Raw && combinator.length_of(place).is_none() {
                diagnostics.report(field.ty_span, Mistake::ObjectNotLast);
                failed.push(index);
            }
        }
    }
}

/// Rule: no value always contains another of its own kind: it would be infinitely large.
pub(super) fn values_are_finite(
    resolved: &Resolved,
    analysis: &Analysis<'_>,
    deep: &[usize],
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    for cycle in analysis.infinite() {
        // What is too deep is reported as such.
        if cycle.iter().all(|(combinator, _)| deep.binary_search(combinator).is_ok()) {
            continue;
        }
        let (first, field) = cycle[0];
        let span = resolved.combinators[first].fields[field].ty_span;
        diagnostics.report(span, Mistake::InfinitelyLarge { steps: steps(resolved, &cycle) });
        failed.extend(cycle.iter().map(|(combinator, _)| combinator));
    }
}

/// Rule: a template does not contain itself with ever larger arguments: it would be another type at each level.
pub(super) fn templates_end(
    resolved: &Resolved,
    analysis: &Analysis<'_>,
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    for cycle in analysis.growing() {
        let (first, field) = cycle[0];
        let combinator = &resolved.combinators[first];
        let mistake = Mistake::EverLarger {
            name: combinator.name.text.clone(),
            field: combinator.fields[field].line.clone(),
            steps: steps(resolved, &cycle),
        };
        diagnostics.report(combinator.fields[field].ty_span, mistake);
        failed.extend(cycle.iter().map(|(combinator, _)| combinator));
    }
}

/// `a.b`, `b.a`, `a`: from each combinator through a field to the next.
fn steps(resolved: &Resolved, cycle: &Cycle) -> Vec<String> {
    let step = |&(combinator, field): &(usize, usize)| {
        let combinator: &Combinator = &resolved.combinators[combinator];
        format!("{}.{}", combinator.name.text, combinator.fields[field].name.text)
    };
    let first = cycle.first().map(|(first, _)| resolved.combinators[*first].name.text.clone());
    cycle.iter().map(step).chain(first).collect()
}

/// Rule: a field determines what each `{X:Type}` is.
pub(super) fn parameters_are_determined(
    resolved: &Resolved,
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    let functions = |(_, of): &(usize, &Combinator)| of.section == Section::Functions;
    for (index, combinator) in resolved.combinators.iter().enumerate().filter(functions) {
        for (number, parameter) in combinator.parameters.iter().enumerate() {
            let is_it = |ty: &Type| *ty == Type::Parameter(number);
            if combinator.fields.iter().any(|field| field.ty.any(is_it)) {
                continue;
            }
            // In a line with another mistake it may be the consequence.
            if !combinator.broken && !failed.contains(&index) {
                let mistake = Mistake::UndeterminedParameter { name: parameter.name.text.clone() };
                diagnostics.report(parameter.name.span, mistake);
            }
            failed.push(index);
        }
    }
}
