//! Which values may contain others of their own type: those are what a limit on nesting has to count.

use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Output, Resolved};

/// For each combinator: whether it belongs to a type that may contain itself.
///
/// Only types on a cycle, or between two, can be nested without end. A type that nothing leads to, or that leads to
/// nothing, is none of them; without it there may be more of these. Where a field holds any combinator, all combinators
/// are of one type in this sense.
pub(crate) fn recursive(resolved: &Resolved) -> Vec<bool> {
    if resolved.types_used().contains(&&Type::AnyCombinator) {
        return vec![true; resolved.combinators.len()];
    }
    let groups: Vec<usize> =
        resolved.combinators.iter().enumerate().map(|(index, of)| group(resolved, index, of)).collect();
    let edges: Vec<Edges> =
        resolved.combinators.iter().map(|combinator| Edges::of(combinator, &groups)).collect();
    let mut remains = vec![true; resolved.types.len() + resolved.combinators.len()];
    loop {
        let inner = without_ends(&groups, &edges, &remains);
        if inner == remains {
            return groups.iter().map(|&group| remains[group]).collect();
        }
        remains = inner;
    }
}

/// Of the groups that remain, those that lead to others and that others lead to.
fn without_ends(groups: &[usize], edges: &[Edges], remains: &[bool]) -> Vec<bool> {
    let inside = || edges.iter().zip(groups).filter(|(_, from)| remains[**from]);
    let mut leads_on = vec![false; remains.len()];
    let mut is_led_to = vec![inside().any(|(edges, _)| edges.anywhere); remains.len()];
    for (edges, &from) in inside() {
        leads_on[from] |= edges.anywhere || edges.to.iter().any(|&to| remains[to]);
        edges.to.iter().for_each(|&to| is_led_to[to] = true);
    }
    (0..remains.len()).map(|group| remains[group] && leads_on[group] && is_led_to[group]).collect()
}

/// The type of a constructor, which all its constructors share; a function, or a constructor of `Object`, is alone.
fn group(resolved: &Resolved, index: usize, combinator: &Combinator) -> usize {
    match combinator.output {
        Output::Constructs(ty) => ty,
        _ => resolved.types.len() + index,
    }
}

/// Where the fields of a combinator lead.
struct Edges {
    to: Vec<usize>,
    /// To a type that is not known here.
    anywhere: bool,
}

impl Edges {
    fn of(combinator: &Combinator, groups: &[usize]) -> Self {
        let mut edges = Edges { to: Vec::new(), anywhere: false };
        for field in &combinator.fields {
            edges.add(&field.ty, groups);
        }
        edges
    }

    fn add(&mut self, ty: &Type, groups: &[usize]) {
        match ty {
            Type::Boxed(ty) => self.to.push(*ty),
            Type::Bare(constructor) => self.to.push(groups[*constructor]),
            Type::Vector { element, .. } | Type::Array { element, .. } => self.add(element, groups),
            Type::External(_) | Type::Parameter(_) | Type::Unknown => self.anywhere = true,
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Raw | Type::AnyCombinator => {}
        }
    }
}
