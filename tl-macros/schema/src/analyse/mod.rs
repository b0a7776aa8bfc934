//! What contains what, and what follows from it.
//!
//! [`Graph`] is the only place that knows what a value of a type holds. Everything else is a fold over its components,
//! those held before those that hold them. No function here calls itself as deep as a schema nests: of one type
//! expression the parser limits the depth, and whole schemas are walked with a stack of their own. Sizes saturate.

mod boxes;
mod components;
mod contains;
mod finite;
mod graph;
mod growing;
mod least;
mod nesting;
mod parameters;
#[cfg(test)]
mod tests;
mod wire;

pub use boxes::Boxes;
pub use components::Components;
pub use contains::Contains;
pub use finite::Cycle;
pub use graph::{Edge, Graph, Hold, Node};
pub use wire::Wire;

use crate::resolve::Resolved;

/// A schema and the graph of what its values contain.
///
/// ```
/// use tl_schema::Options;
/// use tl_schema::analyse::Analysis;
///
/// let text = "leaf value:int = Tree; node left:Tree right:Tree = Tree;";
/// let schema = tl_schema::read_text("tree.tl", text, &Options::default()).expect("no mistakes");
/// let analysis = Analysis::new(&schema.resolved);
/// // A leaf takes 4 bytes without its id, a node at least two leaves with their ids.
/// assert_eq!(analysis.wire().least, [4, 16]);
/// // Only the field that leads back to its own constructor needs a pointer, and both do.
/// assert_eq!(analysis.boxes().fields, [vec![false], vec![true, true]]);
/// assert_eq!(analysis.recursive(), [true, true]);
/// ```
pub struct Analysis<'s> {
    resolved: &'s Resolved,
    graph: Graph,
    /// By all edges.
    whole: Components,
    /// By what a value holds inside of itself.
    by_value: Components,
}

impl<'s> Analysis<'s> {
    /// Builds the graph of a schema.
    pub fn new(resolved: &'s Resolved) -> Self {
        let graph = Graph::new(resolved);
        let whole = Components::new(&graph, |_| true);
        let by_value = Components::new(&graph, Edge::is_by_value);
        Analysis { resolved, graph, whole, by_value }
    }

    /// Its components by all edges.
    pub fn components(&self) -> &Components {
        &self.whole
    }

    /// What contains what.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }
}
