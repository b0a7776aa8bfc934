//! The graph of what contains what.

use super::parameters::{Held, Parameters, held};
use crate::resolve::ty::Template;
use crate::resolve::{Combinator, Resolved};
use crate::schema::Section;

/// How a value holds another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Hold {
    /// Each value does, as a part of itself.
    Always,
    /// Some values do, as a part of themselves: the field is conditional, or the type has several constructors.
    Perhaps,
    /// In a vector, which may be empty, or as any combinator of the schema.
    Apart,
}

/// What holds, or is held.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Node {
    /// A constructor or a function: an index into [`Resolved::combinators`].
    Combinator(usize),
    /// A boxed type, which holds its constructors: an index into [`Resolved::types`].
    Type(usize),
    /// Any combinator of the schema: TON's `object` and `function`.
    AnyCombinator,
    /// What is not known here: a type of another schema, a parameter, a field with a mistake.
    Elsewhere,
}

/// One value in another.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The index of the [`Node`] that is held.
    pub to: usize,
    /// How it is held.
    pub hold: Hold,
    /// The field of the combinator; 0 where a type holds its constructor.
    pub field: usize,
}

impl Edge {
    /// Whether the value is a part of the one that holds it.
    pub fn is_by_value(&self) -> bool {
        self.hold != Hold::Apart
    }
}

/// What contains what: the nodes are the combinators, then the boxed types, then the two that are neither.
///
/// A type is a node of its own, for an edge from each field to each constructor of its type could be too many.
pub struct Graph {
    combinators: usize,
    types: usize,
    parameters: Parameters,
    /// By node; those of a combinator in the order of its fields.
    edges: Vec<Vec<Edge>>,
}

impl Graph {
    pub(super) fn new(resolved: &Resolved) -> Graph {
        let (combinators, types) = (resolved.combinators.len(), resolved.types.len());
        let edges = Vec::with_capacity(combinators + types + 2);
        let mut graph = Graph { combinators, types, parameters: Parameters::new(resolved), edges };
        for combinator in &resolved.combinators {
            let edges = graph.of_combinator(combinator);
            graph.edges.push(edges);
        }
        for ty in &resolved.types {
            let hold = if ty.constructors.len() == 1 { Hold::Always } else { Hold::Perhaps };
            let edges = ty.constructors.iter().map(|&to| Edge { to, hold, field: 0 });
            graph.edges.push(edges.collect());
        }
        let any = (0..combinators).map(|to| Edge { to, hold: Hold::Apart, field: 0 });
        graph.edges.push(any.collect());
        graph.edges.push(Vec::new());
        graph
    }

    fn of_combinator(&self, combinator: &Combinator) -> Vec<Edge> {
        let mut edges = Vec::new();
        for (field, of) in combinator.fields.iter().enumerate() {
            held(of, &self.parameters, &mut |held, hold| {
                let node = match held {
                    Held::Node(node) => node,
                    // The arguments are held where the template is applied.
                    Held::Parameter(_) if combinator.section == Section::Types => return,
                    Held::Parameter(_) => Node::Elsewhere,
                };
                edges.push(Edge { to: self.index(node), hold, field });
            });
        }
        edges
    }

    /// How a value of a template holds its arguments for a parameter; `None` if it holds none.
    pub fn hold_of(&self, template: Template, parameter: usize) -> Option<Hold> {
        self.parameters.hold_of(template, parameter)
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.edges.len()
    }

    /// Never: two of the nodes are always there.
    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// The place of a node among all.
    pub fn index(&self, node: Node) -> usize {
        match node {
            Node::Combinator(index) => index,
            Node::Type(index) => self.combinators + index,
            Node::AnyCombinator => self.combinators + self.types,
            Node::Elsewhere => self.combinators + self.types + 1,
        }
    }

    /// The node in a place.
    pub fn node(&self, index: usize) -> Node {
        match index.checked_sub(self.combinators) {
            None => Node::Combinator(index),
            Some(index) if index < self.types => Node::Type(index),
            Some(index) if index == self.types => Node::AnyCombinator,
            Some(_) => Node::Elsewhere,
        }
    }

    /// What the node in a place holds.
    pub fn edges(&self, index: usize) -> &[Edge] {
        &self.edges[index]
    }
}
