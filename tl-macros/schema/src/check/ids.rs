//! Constructor ids: <https://core.telegram.org/mtproto/TL-formal#constructor-names-and-ids>.

use std::collections::HashMap;
use std::fmt;

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::options::{Options, Rule};
use crate::resolve::{Combinator, Resolved};
use crate::span::Span;

/// Rule: a line without an id gets the computed one, and where the two rules differ the user says which rule it is.
///
/// One option settles all such lines, so only the first of them is reported.
pub(super) fn settle(resolved: &mut Resolved, options: &Options, diagnostics: &mut Diagnostics) {
    let computed = resolved.combinators.iter_mut().filter(|line| line.id.written.is_none());
    if let Some(rule) = options.ids {
        return computed.for_each(|combinator| combinator.id.value = combinator.id.by(rule).1);
    }
    let mut ambiguous = computed.filter(|line| !line.broken && line.id.formal.1 != line.id.telegram.1);
    if let Some(first) = ambiguous.next() {
        let (formal, telegram) = (first.id.formal.1, first.id.telegram.1);
        let mistake = Mistake::AmbiguousId { formal, telegram, others: ambiguous.count() };
        diagnostics.report(first.name.span, mistake);
    }
}

/// Rule: under `verify_ids` a written id is the computed one, by the given rule or else by either.
///
/// A line with another mistake is left out: its id may well be that of what was meant.
pub(super) fn verified(
    resolved: &Resolved,
    options: &Options,
    excused: &[Option<Span>],
    diagnostics: &mut Diagnostics,
) {
    if !options.verify_ids {
        let excuses = excused.iter().copied().flatten();
        return excuses.for_each(|excuse| diagnostics.report(excuse, Mistake::NotVerified));
    }
    let sound = resolved.combinators.iter().enumerate().filter(|(_, combinator)| !combinator.broken);
    for (index, combinator) in sound {
        let id = &combinator.id;
        let rules = options.ids.map_or(vec![Rule::Telegram, Rule::Formal], |rule| vec![rule]);
        let matches = rules.iter().any(|&rule| id.by(rule).1 == id.value);
        let excuse = excused.get(index).copied().flatten();
        match (id.written, excuse) {
            (_, Some(excuse)) if matches => diagnostics.report(excuse, Mistake::UnusedExcuse),
            (Some(written), None) if !matches => {
                let mut computed: Vec<(String, u32)> =
                    rules.iter().map(|&rule| id.by(rule).clone()).collect();
                computed.dedup();
                diagnostics.report(written, Mistake::IdMismatch { written: id.value, computed });
            }
            _ => {}
        }
    }
}

/// Rule: two constructors of one type differ in their ids; else decode cannot tell them apart.
pub(super) fn unique_in_type(resolved: &Resolved, diagnostics: &mut Diagnostics) {
    for ty in &resolved.types {
        let constructors = ty.constructors.iter().map(|&index| &resolved.combinators[index]);
        unique_ids(constructors, diagnostics, |first, second| Mistake::SameIdInType {
            ty: ty.name.text.clone(),
            names: [first.name.text.clone(), second.name.text.clone()],
            id: second.id.value,
        });
    }
}

/// Reports each combinator whose id an earlier one has, too.
pub fn unique_ids<'c, M: fmt::Display + 'static>(
    combinators: impl Iterator<Item = &'c Combinator>,
    diagnostics: &mut Diagnostics,
    mistake: impl Fn(&Combinator, &Combinator) -> M,
) {
    let mut seen: HashMap<u32, &Combinator> = HashMap::new();
    // What cannot be read has no id.
    let has_id = |combinator: &&Combinator| !combinator.broken || combinator.id.written.is_some();
    for combinator in combinators.filter(has_id) {
        let first = *seen.entry(combinator.id.value).or_insert(combinator);
        if first.name.span != combinator.name.span {
            let related = vec![(first.name.span, "the other one is here")];
            let span = combinator.id.written.unwrap_or(combinator.name.span);
            diagnostics.report_with(span, mistake(first, combinator), related);
        }
    }
}
