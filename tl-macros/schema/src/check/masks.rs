//! Masks and the fields that depend on their bits: <https://core.telegram.org/mtproto/TL-combinators#conditional-fields>.

use std::collections::HashSet;

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Condition, Mask, Resolved};

/// Rule: a mask is a `#` field.
pub(super) fn masks_are_numbers(resolved: &Resolved, diagnostics: &mut Diagnostics) {
    let mut seen = HashSet::new();
    for (index, combinator, condition) in conditions(resolved) {
        let Mask::Field(mask) = condition.mask else { continue };
        let field = &combinator.fields[mask];
        let is_number = matches!(field.ty, Type::Builtin(Builtin::Nat) | Type::Unknown);
        // The mask is at fault, so it is reported once, however many fields depend on it.
        if !is_number && seen.insert((index, mask)) {
            let mistake = Mistake::MaskIsNoNumber { name: field.name.text.clone() };
            diagnostics.report_with(condition.span, mistake, vec![(field.ty_span, "declared here")]);
        }
    }
}

/// Rule: a mask has the bits 0 to 31.
pub(super) fn bits_exist(resolved: &Resolved, diagnostics: &mut Diagnostics) {
    for (_, combinator, condition) in conditions(resolved) {
        if condition.bit > 31 {
            let mask = combinator.mask_name(condition.mask).text.clone();
            diagnostics.report(condition.span, Mistake::BitTooHigh { mask, bit: condition.bit });
        }
    }
}

/// Turns each field that fails a rule of this file into what was most likely meant, so that code which uses it causes
/// no further errors.
pub(super) fn mend(resolved: &mut Resolved) {
    for combinator in &mut resolved.combinators {
        let masks: Vec<usize> =
            combinator.fields.iter().filter_map(|field| field.condition.as_ref()?.field()).collect();
        masks.into_iter().for_each(|mask| combinator.fields[mask].ty = Type::Builtin(Builtin::Nat));
        let conditions = combinator.fields.iter_mut().filter_map(|field| field.condition.as_mut());
        conditions.for_each(|condition| condition.bit = condition.bit.min(31));
    }
}

/// Every condition, with its combinator and that one's index.
fn conditions(resolved: &Resolved) -> impl Iterator<Item = (usize, &Combinator, &Condition)> {
    let combinators = resolved.combinators.iter().enumerate();
    combinators.flat_map(|(index, combinator)| {
        let conditions = combinator.fields.iter().filter_map(|field| field.condition.as_ref());
        conditions.map(move |condition| (index, combinator, condition))
    })
}
