//! Strongly connected components: nodes that hold each other.

use super::graph::{Edge, Graph};

/// The components of a graph: a component holds only those before it.
pub struct Components {
    /// For each node, the index of its component.
    of: Vec<usize>,
    /// The nodes of each component.
    list: Vec<Vec<usize>>,
    /// For each component, whether its nodes hold themselves or each other.
    cyclic: Vec<bool>,
}

impl Components {
    /// Finds the components of a graph, by the edges to `follow`.
    pub(super) fn new(graph: &Graph, follow: impl Fn(&Edge) -> bool) -> Components {
        let targets = |edges: &[Edge]| edges.iter().filter(|edge| follow(edge)).map(|edge| edge.to).collect();
        Components::of(&(0..graph.len()).map(|node| targets(graph.edges(node))).collect::<Vec<Vec<usize>>>())
    }

    /// Tarjan's algorithm, with a stack instead of recursion, because the schema decides how deep it goes.
    pub(super) fn of(targets: &[Vec<usize>]) -> Components {
        let mut search = Search {
            targets,
            number: vec![NEW; targets.len()],
            low: vec![0; targets.len()],
            next: vec![0; targets.len()],
            count: 0,
            way: Vec::new(),
            open: Vec::new(),
            found: Components { of: vec![NEW; targets.len()], list: Vec::new(), cyclic: Vec::new() },
        };
        (0..targets.len()).for_each(|root| search.from(root));
        search.found
    }

    /// The components in order: what one holds is in it or in those before it.
    pub fn in_order(&self) -> impl DoubleEndedIterator<Item = (usize, &[usize])> {
        self.list.iter().enumerate().map(|(index, nodes)| (index, &nodes[..]))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The component of a node.
    pub fn component(&self, node: usize) -> usize {
        self.of[node]
    }

    /// Whether the nodes of a component hold themselves or each other.
    pub fn is_cyclic(&self, component: usize) -> bool {
        self.cyclic[component]
    }
}

/// The number of a node that was not seen yet.
const NEW: usize = usize::MAX;

struct Search<'t> {
    targets: &'t [Vec<usize>],
    /// For each node, its number in the order of the search.
    number: Vec<usize>,
    /// For each node, the smallest number that it leads to among the open ones.
    low: Vec<usize>,
    /// For each node, how many of its targets were followed.
    next: Vec<usize>,
    count: usize,
    /// The nodes from the root to here.
    way: Vec<usize>,
    /// The nodes whose component is not known yet.
    open: Vec<usize>,
    found: Components,
}

impl Search<'_> {
    fn from(&mut self, root: usize) {
        if self.number[root] == NEW {
            self.enter(root);
        }
        while let Some(&node) = self.way.last() {
            match self.targets[node].get(self.next[node]) {
                Some(&target) => {
                    self.next[node] += 1;
                    self.follow(node, target);
                }
                None => self.leave(node),
            }
        }
    }

    fn enter(&mut self, node: usize) {
        (self.number[node], self.low[node]) = (self.count, self.count);
        self.count += 1;
        self.way.push(node);
        self.open.push(node);
    }

    fn follow(&mut self, node: usize, target: usize) {
        if self.number[target] == NEW {
            self.enter(target);
        } else if self.found.of[target] == NEW {
            self.low[node] = self.low[node].min(self.number[target]);
        }
    }

    fn leave(&mut self, node: usize) {
        self.way.pop();
        if let Some(&before) = self.way.last() {
            self.low[before] = self.low[before].min(self.low[node]);
        }
        if self.low[node] == self.number[node] {
            self.close(node);
        }
    }

    /// All that is open from this node on is one component.
    fn close(&mut self, first: usize) {
        let start = self.open.iter().rposition(|&node| node == first).unwrap_or(0);
        let nodes = self.open.split_off(start);
        nodes.iter().for_each(|&node| self.found.of[node] = self.found.list.len());
        self.found.cyclic.push(nodes.len() > 1 || self.targets[first].contains(&first));
        self.found.list.push(nodes);
    }
}
