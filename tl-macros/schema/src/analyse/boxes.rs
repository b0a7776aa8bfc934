//! Where a value would contain itself.

use super::graph::{Graph, Node};
use super::{Analysis, Edge};

/// The fields that end the cycles of values inside values.
pub struct Boxes {
    /// For each combinator, for each field: whether it has to be a pointer, because a cycle goes through it.
    pub fields: Vec<Vec<bool>>,
    /// The combinators in an order in which each comes after those that its other fields hold.
    pub order: Vec<usize>,
}

impl Analysis<'_> {
    /// Ends each cycle of values inside values with a pointer.
    ///
    /// Depth first in the order of the schema; the field that leads back to a combinator on the path gets the pointer,
    /// so a cycle has exactly one.
    pub fn boxes(&self) -> Boxes {
        let combinators = &self.resolved.combinators;
        let mut search = Search {
            graph: &self.graph,
            entered: vec![false; self.graph.len()],
            open: vec![0; self.graph.len()],
            types: self.types_of_constructors(),
            steps: Vec::new(),
            boxes: Boxes {
                fields: combinators.iter().map(|combinator| vec![false; combinator.fields.len()]).collect(),
                order: Vec::with_capacity(combinators.len()),
            },
        };
        for root in 0..combinators.len() {
            search.steps.push(Step::Enter(root));
            search.run();
        }
        search.boxes
    }

    /// For each combinator, the node of the type that it constructs.
    pub(super) fn types_of_constructors(&self) -> Vec<Option<usize>> {
        let mut types = vec![None; self.resolved.combinators.len()];
        for (index, ty) in self.resolved.types.iter().enumerate() {
            let node = self.graph.index(Node::Type(index));
            ty.constructors.iter().for_each(|&constructor| types[constructor] = Some(node));
        }
        types
    }
}

enum Step {
    Enter(usize),
    /// A combinator, with the edges of one of its fields: from the first to before the last.
    Field(usize, usize, usize),
    Leave(usize),
}

struct Search<'g> {
    graph: &'g Graph,
    entered: Vec<bool>,
    /// For a combinator, 1 while it is on the path from the root; for a type, how many of its constructors are.
    open: Vec<usize>,
    types: Vec<Option<usize>>,
    steps: Vec<Step>,
    boxes: Boxes,
}

impl Search<'_> {
    fn run(&mut self) {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Enter(node) if self.entered[node] => {}
                Step::Enter(node) => self.enter(node),
                Step::Field(combinator, first, last) => self.field(combinator, first, last),
                Step::Leave(combinator) => {
                    self.set_open(combinator, |open| open - 1);
                    self.boxes.order.push(combinator);
                }
            }
        }
    }

    /// Steps are taken from the end.
    fn enter(&mut self, node: usize) {
        self.entered[node] = true;
        let edges = self.graph.edges(node);
        match self.graph.node(node) {
            Node::Combinator(combinator) => {
                self.set_open(combinator, |open| open + 1);
                self.steps.push(Step::Leave(combinator));
                let mut last = edges.len();
                for field in edges.chunk_by(|one, other| one.field == other.field).rev() {
                    self.steps.push(Step::Field(combinator, last - field.len(), last));
                    last -= field.len();
                }
            }
            Node::Type(_) => {
                self.steps.extend(edges.iter().rev().map(|constructor| Step::Enter(constructor.to)));
            }
            Node::AnyCombinator | Node::Elsewhere => {}
        }
    }

    fn field(&mut self, combinator: usize, first: usize, last: usize) {
        let edges = &self.graph.edges(combinator)[first..last];
        let held = || edges.iter().filter(|edge| Edge::is_by_value(edge));
        if held().any(|edge| self.open[edge.to] > 0) {
            self.boxes.fields[combinator][edges[0].field] = true;
        } else {
            self.steps.extend(held().rev().map(|edge| Step::Enter(edge.to)));
        }
    }

    fn set_open(&mut self, combinator: usize, change: impl Fn(usize) -> usize) {
        self.open[combinator] = change(self.open[combinator]);
        if let Some(ty) = self.types[combinator] {
            self.open[ty] = change(self.open[ty]);
        }
    }
}
