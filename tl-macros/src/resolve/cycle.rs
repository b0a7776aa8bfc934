//! Where a value would contain itself: those fields go to the heap, and one without a way out is a mistake.

use crate::resolve::ty::Type;
use crate::resolve::{Field, Resolved};

/// For each combinator, for each field: whether it has to be behind a `Box` because a cycle goes through it.
///
/// Depth first in the order of the schema; the field that leads back to a combinator on the way gets the box, so a
/// cycle has exactly one.
pub(crate) fn boxed_fields(resolved: &Resolved) -> Vec<Vec<bool>> {
    let mut search = Search {
        resolved,
        state: vec![State::New; resolved.combinators.len()],
        boxed: resolved.combinators.iter().map(|combinator| vec![false; combinator.fields.len()]).collect(),
    };
    for index in 0..resolved.combinators.len() {
        search.visit(index);
    }
    search.boxed
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// On the way from the root of the search.
    Open,
    Done,
}

struct Search<'r> {
    resolved: &'r Resolved,
    state: Vec<State>,
    boxed: Vec<Vec<bool>>,
}

impl Search<'_> {
    fn visit(&mut self, combinator: usize) {
        if self.state[combinator] != State::New {
            return;
        }
        self.state[combinator] = State::Open;
        for (index, field) in self.resolved.combinators[combinator].fields.iter().enumerate() {
            let held = held_by_value(self.resolved, &field.ty);
            if held.iter().any(|&inner| self.state[inner] == State::Open) {
                self.boxed[combinator][index] = true;
            } else {
                held.into_iter().for_each(|inner| self.visit(inner));
            }
        }
        self.state[combinator] = State::Done;
    }
}

/// The constructors whose values a value of this type may hold without indirection.
fn held_by_value(resolved: &Resolved, ty: &Type) -> Vec<usize> {
    match ty {
        Type::Boxed(ty) => resolved.types[*ty].constructors.clone(),
        Type::Bare(constructor) => vec![*constructor],
        Type::Array { element, .. } => held_by_value(resolved, element),
        _ => Vec::new(),
    }
}

/// Combinators, and in each the field that leads on to the next.
pub(crate) type Cycle = Vec<(usize, usize)>;

/// The cycles of fields that are always there: a value of one would be infinitely large. A combinator is in one
/// of them at most: without its fields there is no other.
pub(crate) fn infinite(resolved: &Resolved) -> Vec<Cycle> {
    let mut cycles: Vec<Cycle> = Vec::new();
    loop {
        let mut settled = vec![false; resolved.combinators.len()];
        cycles.iter().flatten().for_each(|&(combinator, _)| settled[combinator] = true);
        let roots = 0..resolved.combinators.len();
        match roots.into_iter().find_map(|root| follow(resolved, root, &mut Vec::new(), &mut settled)) {
            Some(cycle) => cycles.push(cycle),
            None => return cycles,
        }
    }
}

fn follow(resolved: &Resolved, combinator: usize, way: &mut Cycle, settled: &mut [bool]) -> Option<Cycle> {
    if let Some(start) = way.iter().position(|(on_way, _)| *on_way == combinator) {
        return Some(way[start..].to_vec());
    }
    if settled[combinator] {
        return None;
    }
    for (index, field) in resolved.combinators[combinator].fields.iter().enumerate() {
        let Some(inner) = always_held(resolved, field) else { continue };
        way.push((combinator, index));
        if let Some(cycle) = follow(resolved, inner, way, settled) {
            return Some(cycle);
        }
        way.pop();
    }
    settled[combinator] = true;
    None
}

/// The constructor that a field's value always holds.
fn always_held(resolved: &Resolved, field: &Field) -> Option<usize> {
    fn of_type(resolved: &Resolved, ty: &Type) -> Option<usize> {
        match ty {
            Type::Bare(constructor) => Some(*constructor),
            Type::Boxed(ty) => match resolved.types[*ty].constructors[..] {
                [only] => Some(only),
                _ => None,
            },
            Type::Array { len, element } if *len > 0 => of_type(resolved, element),
            _ => None,
        }
    }
    of_type(resolved, &field.ty).filter(|_| field.condition.is_none())
}
