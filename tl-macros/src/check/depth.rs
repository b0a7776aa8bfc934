//! Values inside values: how deep they go without a vector between them.

use std::mem;

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::resolve::Resolved;
use crate::resolve::ty::Type;

/// The stages behind this check call themselves once for each level, and between 2,000 and 4,000 of them use up the
/// stack of rustc. The deepest of the schemas in use, TDLib's, has 31. rustc itself gives up at 128 in some forms and
/// takes more in others; it says so, and has an attribute for more, so its limit is none of ours.
const DEEPEST: usize = 1_000;

/// Rule: values inside values are not nested without end.
///
/// What is too deep loses its fields at once, for the sake of the other checks; and so does all that holds it, for
/// rustc has a limit of its own and would repeat the message for every level.
pub(super) fn values_are_shallow(resolved: &mut Resolved, diagnostics: &mut Diagnostics) {
    let graph = Graph::new(resolved);
    let levels = graph.levels();
    let deep = (0..levels.len()).filter(|&node| levels[node] > DEEPEST).collect();
    let mut involved = graph.take_holders(deep, &mut vec![false; levels.len()]);
    involved.retain(|&node| node < graph.combinators);
    if let Some(&first) = involved.iter().min() {
        let name = resolved.combinators[first].name.clone();
        diagnostics.report(name.span, Mistake::TooDeep { name: name.text, most: DEEPEST });
    }
    involved.into_iter().for_each(|index| resolved.combinators[index].lose_fields());
}

/// What holds what. The nodes are the combinators, and behind them the boxed types, each of which holds its
/// constructors: an edge from every field to every one of these could be too many.
struct Graph {
    combinators: usize,
    held: Vec<Vec<usize>>,
    holders: Vec<Vec<usize>>,
}

enum Step {
    Enter(usize),
    Leave(usize),
}

impl Graph {
    fn new(resolved: &Resolved) -> Graph {
        let combinators = resolved.combinators.len();
        let by_fields = resolved.combinators.iter().map(|combinator| {
            combinator.fields.iter().filter_map(|field| inside(&field.ty, combinators)).collect()
        });
        let by_types = resolved.types.iter().map(|ty| ty.constructors.clone());
        let held: Vec<Vec<usize>> = by_fields.chain(by_types).collect();
        let mut holders = vec![Vec::new(); held.len()];
        for (holder, held) in held.iter().enumerate() {
            held.iter().for_each(|&inner: &usize| holders[inner].push(holder));
        }
        Graph { combinators, held, holders }
    }

    /// For each node, how many combinators the longest way to it has, at most. Those that hold each other count
    /// together, for a way may lead through all of them.
    ///
    /// This is Kosaraju's algorithm: in this order, what holds a node and was not taken yet is also held by it.
    fn levels(&self) -> Vec<usize> {
        let mut levels = vec![0; self.held.len()];
        let mut taken = vec![false; self.held.len()];
        for node in self.in_order_of_leaving().into_iter().rev() {
            if taken[node] {
                continue;
            }
            let circle = self.take_holders(vec![node], &mut taken);
            let above = circle.iter().flat_map(|&node| &self.holders[node]).map(|&holder| levels[holder]);
            let own = circle.iter().filter(|&&node| node < self.combinators).count();
            let level = above.max().unwrap_or(0) + own;
            circle.into_iter().for_each(|node| levels[node] = level);
        }
        levels
    }

    /// Depth first, with a stack of its own: how deep it goes is the question.
    fn in_order_of_leaving(&self) -> Vec<usize> {
        let (mut seen, mut left) = (vec![false; self.held.len()], Vec::new());
        let mut steps: Vec<Step> = (0..self.held.len()).map(Step::Enter).collect();
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) if !mem::replace(&mut seen[node], true) => {
                    steps.push(Step::Leave(node));
                    steps.extend(self.held[node].iter().map(|&inner| Step::Enter(inner)));
                }
                Step::Enter(_) => {}
                Step::Leave(node) => left.push(node),
            }
        }
        left
    }

    /// Takes these nodes, what holds them, what holds that, and so on; not what was taken before.
    fn take_holders(&self, mut nodes: Vec<usize>, taken: &mut [bool]) -> Vec<usize> {
        nodes.iter().for_each(|&node| taken[node] = true);
        let mut next = 0;
        while let Some(&node) = nodes.get(next) {
            nodes
                .extend(self.holders[node].iter().filter(|&&holder| !mem::replace(&mut taken[holder], true)));
            next += 1;
        }
        nodes
    }
}

/// The node whose value a field of this type holds: whether always or not, and through a `Box` or not.
fn inside(ty: &Type, combinators: usize) -> Option<usize> {
    match ty {
        Type::Boxed(ty) => Some(combinators + ty),
        Type::Bare(constructor) => Some(*constructor),
        Type::Array { element, .. } => inside(element, combinators),
        _ => None,
    }
}
