//! Values that would be infinitely large.

use super::{Analysis, Hold, Node};

/// Combinators, and in each the field that leads on to the next; the last leads to the first.
pub type Cycle = Vec<(usize, usize)>;

impl Analysis<'_> {
    /// The cycles of fields that are always there: a value of one would be infinitely large. A combinator is in one
    /// of them at most: without its fields there is no other.
    pub fn infinite(&self) -> Vec<Cycle> {
        let count = self.resolved.combinators.len();
        let mut search = Search {
            analysis: self,
            next: vec![0; count],
            settled: vec![false; count],
            place: vec![None; count],
            way: Vec::new(),
            cycles: Vec::new(),
        };
        (0..count).for_each(|root| search.from(root));
        search.cycles
    }

    /// The combinator that a value of a node always holds.
    fn always(&self, node: usize) -> Option<usize> {
        match (self.graph.node(node), self.graph.edges(node)) {
            (Node::Combinator(combinator), _) => Some(combinator),
            (Node::Type(_), [only]) => Some(only.to),
            (Node::Type(_) | Node::AnyCombinator | Node::Elsewhere, _) => None,
        }
    }
}

struct Search<'a> {
    analysis: &'a Analysis<'a>,
    /// For each combinator, how many of its edges were followed.
    next: Vec<usize>,
    /// No cycle leads through it, or it is in one that was found.
    settled: Vec<bool>,
    /// For each combinator, its place on the path.
    place: Vec<Option<usize>>,
    way: Cycle,
    cycles: Vec<Cycle>,
}

impl Search<'_> {
    fn from(&mut self, root: usize) {
        self.enter(root);
        while let Some(&(combinator, _)) = self.way.last() {
            let edges = self.analysis.graph.edges(combinator);
            let Some(edge) = edges.get(self.next[combinator]) else {
                self.leave();
                continue;
            };
            self.next[combinator] += 1;
            if let (Hold::Always, Some(inner)) = (edge.hold, self.analysis.always(edge.to)) {
                self.way.last_mut().into_iter().for_each(|last| last.1 = edge.field);
                match self.place[inner] {
                    Some(start) => self.found(start),
                    None => self.enter(inner),
                }
            }
        }
    }

    fn enter(&mut self, combinator: usize) {
        if !self.settled[combinator] {
            self.place[combinator] = Some(self.way.len());
            self.way.push((combinator, 0));
        }
    }

    fn leave(&mut self) {
        if let Some((combinator, _)) = self.way.pop() {
            self.place[combinator] = None;
            self.settled[combinator] = true;
        }
    }

    /// The path from `start` to its end is a cycle.
    fn found(&mut self, start: usize) {
        self.cycles.push(self.way[start..].to_vec());
        while self.way.len() > start {
            self.leave();
        }
    }
}
