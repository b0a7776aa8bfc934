//! Repetitions inside each other: how many values one value holds.

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::resolve::Resolved;
use crate::resolve::ty::Type;
use crate::span::Span;

/// More than this, without indirection, is no value to move about.
const MOST: usize = 65_536;

/// Rule: what repetitions make of a value is still a value that can be moved about.
pub(super) fn values_are_small(resolved: &Resolved, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    let count = resolved.combinators.len();
    let mut search = Search { resolved, counts: vec![None; count], too_large: Vec::new() };
    // What is infinitely large is reported as such.
    failed.iter().for_each(|&index| search.counts[index] = Some(0));
    (0..count).for_each(|index| {
        search.combinator(index);
    });
    for (index, span) in search.too_large {
        diagnostics.report(span, Mistake::TooLarge { most: MOST });
        failed.push(index);
    }
}

struct Search<'r> {
    resolved: &'r Resolved,
    counts: Vec<Option<usize>>,
    /// The combinators that are too large, and not only because of one inside them; with the largest field of each.
    too_large: Vec<(usize, Span)>,
}

impl Search<'_> {
    fn combinator(&mut self, index: usize) -> usize {
        if let Some(count) = self.counts[index] {
            return count;
        }
        // A cycle goes through a box somewhere.
        self.counts[index] = Some(1);
        let fields = &self.resolved.combinators[index].fields;
        let counts: Vec<usize> = fields.iter().map(|field| self.elements(&field.ty)).collect();
        let mut sum = counts.iter().fold(0, |sum: usize, &count| sum.saturating_add(count));
        if let Some((_, largest)) = counts.iter().zip(fields).max_by_key(|(count, _)| **count)
            && sum > MOST
        {
            self.too_large.push((index, largest.ty_span));
            sum = 0;
        }
        self.counts[index] = Some(sum);
        sum
    }

    fn elements(&mut self, ty: &Type) -> usize {
        match ty {
            Type::Array { len, element } => (*len as usize).saturating_mul(self.elements(element)),
            Type::Bare(constructor) => self.combinator(*constructor),
            Type::Boxed(ty) => {
                let constructors = &self.resolved.types[*ty].constructors;
                constructors.iter().map(|&index| self.combinator(index)).max().unwrap_or(0)
            }
            _ => 1,
        }
    }
}
