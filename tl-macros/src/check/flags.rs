//! Masks and the fields that depend on their bits: <https://core.telegram.org/mtproto/TL-combinators#conditional-fields>.

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;
use crate::resolve::{Condition, Field, Resolved};

/// Rule: a mask is a `#` field.
pub(super) fn masks_are_numbers(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for (index, fields, condition) in conditions(resolved) {
        let mask = &fields[condition.mask];
        if !matches!(mask.ty, Type::Builtin(Builtin::Nat) | Type::Unknown) {
            let mistake = Mistake::MaskIsNoNumber { name: mask.name.text.clone() };
            diagnostics.report_with(condition.span, mistake, vec![(mask.ty_span, "declared here")]);
            failed.push(index);
        }
    }
}

/// Rule: a mask has the bits 0 to 31.
pub(super) fn bits_exist(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for (index, fields, condition) in conditions(resolved) {
        if condition.bit > 31 {
            let mistake =
                Mistake::BitTooHigh { mask: fields[condition.mask].name.text.clone(), bit: condition.bit };
            diagnostics.report(condition.span, mistake);
            failed.push(index);
        }
    }
}

/// Rule: `true` has no bytes, so it says something only where a flag decides about it.
pub(super) fn true_has_a_flag(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        for field in &combinator.fields {
            if field.ty == Type::Builtin(Builtin::True) && field.condition.is_none() {
                let mistake = Mistake::TrueWithoutFlag { name: field.name.text.clone() };
                diagnostics.report(field.ty_span, mistake);
                failed.push(index);
            }
        }
    }
}

/// Every condition, with its combinator's index and fields.
fn conditions(resolved: &Resolved) -> impl Iterator<Item = (usize, &[Field], &Condition)> {
    let combinators = resolved.combinators.iter().enumerate();
    combinators.flat_map(|(index, combinator)| {
        let conditions = combinator.fields.iter().filter_map(|field| field.condition.as_ref());
        conditions.map(move |condition| (index, &combinator.fields[..], condition))
    })
}
