//! The fewest bytes on the wire.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::mem;

use super::{Edge, Graph, Hold, Node};
use crate::resolve::Resolved;
use crate::resolve::ty::{Applied, Argument, Template, Type};

/// The fewest bytes of each node, without its id; 0 if it has no finite value.
///
/// The smallest first, as in Knuth's generalisation of Dijkstra's algorithm: a combinator is known when all that it always holds
/// is known, a type with the first of its constructors.
pub(super) fn least(resolved: &Resolved, graph: &Graph) -> Vec<usize> {
    let mut search = Search::new(resolved, graph);
    let waits_for_none = |&node: &usize| search.waits_for[node] == 0;
    let start: Vec<usize> = (0..graph.len()).filter(waits_for_none).collect();
    start.into_iter().for_each(|node| search.reach(node));
    while let Some(Reverse((size, node))) = search.next.pop() {
        search.settle(node, size);
    }
    search.least
}

struct Search<'g> {
    resolved: &'g Resolved,
    graph: &'g Graph,
    /// For each node, those whose size depends on it.
    holders: Vec<Vec<usize>>,
    /// For each node, how many of those that its size depends on are not known.
    waits_for: Vec<usize>,
    known: Vec<bool>,
    least: Vec<usize>,
    next: BinaryHeap<Reverse<(usize, usize)>>,
}

impl<'g> Search<'g> {
    fn new(resolved: &'g Resolved, graph: &'g Graph) -> Self {
        let count = graph.len();
        let mut search = Search {
            resolved,
            graph,
            holders: vec![Vec::new(); count],
            waits_for: vec![0; count],
            known: vec![false; count],
            least: vec![0; count],
            next: BinaryHeap::new(),
        };
        for node in 0..count {
            for edge in graph.edges(node).iter().filter(|edge| depends(graph, node, edge)) {
                search.holders[edge.to].push(node);
                search.waits_for[node] += 1;
            }
        }
        search
    }

    /// All that a combinator's size depends on is known, or one of a type's constructors.
    fn reach(&mut self, node: usize) {
        let size = match self.graph.node(node) {
            Node::Combinator(combinator) => self.of_combinator(combinator),
            Node::Type(_) | Node::AnyCombinator | Node::Elsewhere => 0,
        };
        self.next.push(Reverse((size, node)));
    }

    fn settle(&mut self, node: usize, size: usize) {
        if mem::replace(&mut self.known[node], true) {
            return;
        }
        self.least[node] = size;
        for holder in mem::take(&mut self.holders[node]) {
            self.waits_for[holder] -= 1;
            match self.graph.node(holder) {
                Node::Combinator(_) if self.waits_for[holder] > 0 => {}
                Node::Combinator(_) => self.reach(holder),
                Node::Type(_) | Node::AnyCombinator | Node::Elsewhere => {
                    self.next.push(Reverse((size, holder)));
                }
            }
        }
    }

    fn of_combinator(&self, combinator: usize) -> usize {
        let fields = &self.resolved.combinators[combinator].fields;
        let always = fields.iter().filter(|field| field.condition.is_none());
        always.map(|field| of_type(&field.ty, &self.least, self.graph)).fold(0, usize::saturating_add)
    }
}

/// The fewest bytes of a type, where those of each node are known.
pub(super) fn of_type(ty: &Type, least: &[usize], graph: &Graph) -> usize {
    match ty {
        Type::Builtin(builtin) => builtin.fixed_size().unwrap_or(4),
        Type::BoxedBuiltin { builtin, .. } => 4 + builtin.fixed_size().unwrap_or(4),
        Type::Vector { boxed: true, .. } => 8,
        Type::Vector { boxed: false, .. } => 4,
        Type::Array { len, element } => (*len as usize).saturating_mul(of_type(element, least, graph)),
        Type::Repeat { .. } => 0,
        Type::Applied(applied) => of_applied(applied, least, graph),
        Type::Bare(constructor) => least[*constructor],
        Type::Boxed(ty) => least[graph.index(Node::Type(*ty))].saturating_add(4),
        Type::External(external) if external.boxed => 4,
        Type::AnyCombinator | Type::Nullable(_) => 4,
        Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown => 0,
    }
}

/// That of the template, and of each argument that all its values hold.
fn of_applied(applied: &Applied, least: &[usize], graph: &Graph) -> usize {
    let own = match applied.template {
        Template::Bare(constructor) => least[constructor],
        Template::Boxed(ty) => least[graph.index(Node::Type(ty))].saturating_add(4),
    };
    let arguments = applied.arguments.iter().enumerate().map(|(index, argument)| {
        match (argument, graph.hold_of(applied.template, index)) {
            (Argument::Type(ty), Some(Hold::Always)) => of_type(ty, least, graph),
            (Argument::Type(_), Some(Hold::Perhaps | Hold::Apart) | None) | (Argument::Nat(_), _) => 0,
        }
    });
    arguments.fold(own, usize::saturating_add)
}

/// Whether the size of a node depends on what it holds by this edge. A value of a type holds only one of its
/// constructors.
fn depends(graph: &Graph, node: usize, edge: &Edge) -> bool {
    match graph.node(node) {
        Node::Combinator(_) => edge.hold == Hold::Always,
        Node::Type(_) => true,
        Node::AnyCombinator | Node::Elsewhere => false,
    }
}
