//! Types: where they can stand, and that their values can exist.

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Output, Resolved, cycle};

/// Rule: `Object` takes all bytes to the end, so it is the last field, unless a length stands right before it.
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
pub(super) fn values_are_finite(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for cycle in cycle::infinite(resolved) {
        let step = |&(combinator, field): &(usize, usize)| {
            let combinator: &Combinator = &resolved.combinators[combinator];
            format!("{}.{}", combinator.name.text, combinator.fields[field].name.text)
        };
        let (first, field) = cycle[0];
        let mut steps: Vec<String> = cycle.iter().map(step).collect();
        steps.push(resolved.combinators[first].name.text.clone());
        let span = resolved.combinators[first].fields[field].ty_span;
        diagnostics.report(span, Mistake::InfinitelyLarge { steps });
        failed.extend(cycle.iter().map(|(combinator, _)| combinator));
    }
}

/// Rule: the result tells what each `{X:Type}` is.
pub(super) fn parameters_are_determined(
    resolved: &Resolved,
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        for (number, parameter) in combinator.parameters.iter().enumerate() {
            let in_result = matches!(&combinator.output, Output::Returns(ty) if mentions(ty, number));
            let in_fields = combinator.fields.iter().any(|field| mentions(&field.ty, number));
            if in_result && in_fields {
                continue;
            }
            // In a line with another mistake it may be the consequence.
            if !combinator.broken && !failed.contains(&index) {
                let mistake = Mistake::UndeterminedParameter { name: parameter.text.clone(), in_result };
                diagnostics.report(parameter.span, mistake);
            }
            failed.push(index);
        }
    }
}

fn mentions(ty: &Type, parameter: usize) -> bool {
    match ty {
        Type::Parameter(index) => *index == parameter,
        Type::Vector { element, .. } | Type::Array { element, .. } => mentions(element, parameter),
        _ => false,
    }
}

/// Rule: an `extern` module is given because a name comes from it.
pub(super) fn extern_is_used(resolved: &Resolved, options: &Options, diagnostics: &mut Diagnostics) {
    match &options.external {
        Some(external) if !resolved.external_used => diagnostics.report(external.span, Mistake::UnusedExtern),
        _ => {}
    }
}
