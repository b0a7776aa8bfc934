//! Repeated definitions: schemas that are published in several files share some of their lines.

use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostics;
use crate::options::Rule;
use crate::resolve::id;
use crate::resolve::mistake::{Difference, Mistake};
use crate::schema::{Broken, Combinator, Expr, Section};

/// The definitions of a schema, each name once for each section.
pub(super) struct Once<'s> {
    pub(super) combinators: Vec<&'s Combinator>,
    pub(super) broken: Vec<&'s Broken>,
    /// The boxed types of definitions that were left out; unless others define them too, nothing is known of them.
    pub(super) types_left_out: HashSet<&'s str>,
}

impl<'s> Once<'s> {
    /// A repeated line counts once. Another definition of a name is reported and left out.
    pub(super) fn of(
        combinators: Vec<&'s Combinator>,
        broken: &'s [Broken],
        diagnostics: &mut Diagnostics,
    ) -> Once<'s> {
        let mut once = Once { combinators: Vec::new(), broken: Vec::new(), types_left_out: HashSet::new() };
        let mut seen = HashMap::new();
        for combinator in combinators {
            let next = once.combinators.len();
            let first = *seen.entry((combinator.section, combinator.name.text.as_str())).or_insert(next);
            if first == next {
                once.combinators.push(combinator);
            } else {
                once.repeat(first, combinator, diagnostics);
            }
        }
        // The mistakes in these are reported; that they are repeated would only be a consequence.
        let mut seen: HashSet<_> = seen.into_keys().collect();
        for broken in broken {
            match seen.insert((broken.section, &broken.name.text)) {
                true => once.broken.push(broken),
                false => once.leave_out(broken.section, broken.result.as_ref()),
            }
        }
        once
    }

    fn repeat(&mut self, first: usize, second: &'s Combinator, diagnostics: &mut Diagnostics) {
        let kept = &mut self.combinators[first];
        let Some(difference) = difference(kept, second) else {
            // The documentation of one line serves both.
            if kept.docs.is_empty() {
                *kept = second;
            }
            return;
        };
        let mistake = Mistake::DefinedTwice { name: second.name.text.clone(), difference };
        let related = vec![(kept.name.span, "first defined here")];
        diagnostics.report_with(second.name.span, mistake, related);
        self.leave_out(second.section, Some(&second.result));
    }

    fn leave_out(&mut self, section: Section, result: Option<&'s Expr>) {
        if let (Section::Types, Some(name)) = (section, result.and_then(Expr::name)) {
            self.types_left_out.insert(&name.text);
        }
    }
}

/// How two definitions of one name differ, if they do.
fn difference(first: &Combinator, second: &Combinator) -> Option<Difference> {
    let [first, second] = [first, second].map(Combinator::as_written);
    // Either rule drops something that matters to Rust: `!`, or flags without bytes.
    let has_other_line = |rule| id::canonical_line(first, rule) != id::canonical_line(second, rule);
    let is_computed = |id| {
        [Rule::Formal, Rule::Telegram].iter().any(|&rule| id::crc32(&id::canonical_line(first, rule)) == id)
    };
    let has_attributes = !first.attributes.is_empty() || !second.attributes.is_empty();
    match (first.id.map(|id| id.value), second.id.map(|id| id.value)) {
        _ if has_other_line(Rule::Formal) || has_other_line(Rule::Telegram) => Some(Difference::Line),
        (Some(first), Some(second)) if first != second => Some(Difference::Ids([first, second])),
        // The line without an id has the computed one.
        (Some(id), None) | (None, Some(id)) if !is_computed(id) => Some(Difference::WrittenId(id)),
        _ if has_attributes => Some(Difference::Attributes),
        _ => None,
    }
}
