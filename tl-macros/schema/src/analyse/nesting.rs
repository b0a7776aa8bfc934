//! How deep values nest.

use super::graph::{Edge, Node};
use super::{Analysis, Components};

impl Analysis<'_> {
    /// For each combinator: whether a value may contain others of its type without end, so that a limit on nesting has
    /// to count it.
    ///
    /// Only types on a cycle, or between two, can be nested without end. What is not known here may hold anything. Where
    /// a field holds any combinator, all combinators are of one type in this sense.
    pub fn recursive(&self) -> Vec<bool> {
        let combinators = self.resolved.combinators.len();
        let any = self.graph.index(Node::AnyCombinator);
        if (0..combinators).any(|node| self.graph.edges(node).iter().any(|edge| edge.to == any)) {
            return vec![true; combinators];
        }
        let groups = self.groups();
        let targets = self.between_groups(&groups);
        let components = Components::of(&targets);
        let above = leads_to_cycle(&targets, &components);
        let below = is_led_to(&targets, &components);
        groups[..combinators].iter().map(|&group| above[group] && below[group]).collect()
    }

    /// For each node, the node that stands for it: the type of a constructor, which all its constructors share. A
    /// function, or a constructor of `Object`, is alone.
    fn groups(&self) -> Vec<usize> {
        let types = self.types_of_constructors();
        let group = |node: usize| types.get(node).copied().flatten().unwrap_or(node);
        (0..self.graph.len()).map(group).collect()
    }

    /// What the groups lead to, by their nodes. From [`Node::Elsewhere`], a path leads to all.
    fn between_groups(&self, groups: &[usize]) -> Vec<Vec<usize>> {
        let mut targets = vec![Vec::new(); self.graph.len()];
        for (node, &group) in groups.iter().enumerate() {
            let others = self.graph.edges(node).iter().map(|edge| groups[edge.to]);
            match self.graph.node(node) {
                Node::Combinator(_) => targets[group].extend(others),
                // To its own constructors, which are of this group.
                Node::Type(_) | Node::AnyCombinator => {}
                Node::Elsewhere => targets[group] = (0..node).collect(),
            }
        }
        targets
    }

    /// The combinators whose values hold values inside values through more than `most` levels, and all combinators that
    /// hold one of these.
    ///
    /// A level is a combinator. Those that hold each other count together, because a path may lead through all of them.
    pub fn deeper_than(&self, most: usize) -> Vec<usize> {
        let mut levels = vec![0usize; self.by_value.len()];
        for (component, nodes) in self.by_value.in_order().rev() {
            let own = nodes.iter().filter(|&&node| self.is_combinator(node)).count();
            levels[component] = levels[component].saturating_add(own);
            for held in self.held_by_value(nodes) {
                levels[held] = levels[held].max(if held == component { 0 } else { levels[component] });
            }
        }
        self.holding(|component| levels[component] > most)
    }

    /// The combinators in such components, and all that hold one of these as a part of themselves.
    fn holding(&self, is_one: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = vec![false; self.by_value.len()];
        for (component, nodes) in self.by_value.in_order() {
            found[component] = is_one(component) || self.held_by_value(nodes).any(|held| found[held]);
        }
        let combinators = 0..self.resolved.combinators.len();
        combinators.filter(|&combinator| found[self.by_value.component(combinator)]).collect()
    }

    /// These combinators, and all that hold one of them as a part of themselves.
    pub fn holders(&self, combinators: &[usize]) -> Vec<usize> {
        let mut is_one = vec![false; self.by_value.len()];
        combinators.iter().for_each(|&combinator| is_one[self.by_value.component(combinator)] = true);
        self.holding(|component| is_one[component])
    }

    /// The components of what these nodes hold as parts of themselves.
    fn held_by_value(&self, nodes: &[usize]) -> impl Iterator<Item = usize> {
        let edges =
            nodes.iter().flat_map(|&node| self.graph.edges(node)).filter(|edge| Edge::is_by_value(edge));
        edges.map(|edge| self.by_value.component(edge.to))
    }

    fn is_combinator(&self, node: usize) -> bool {
        matches!(self.graph.node(node), Node::Combinator(_))
    }
}

/// For each node, whether it is on a cycle or a path leads from it to one.
fn leads_to_cycle(targets: &[Vec<usize>], components: &Components) -> Vec<bool> {
    let mut leads = vec![false; targets.len()];
    for (component, nodes) in components.in_order() {
        let found = components.is_cyclic(component)
            || nodes.iter().any(|&node| targets[node].iter().any(|&target| leads[target]));
        nodes.iter().for_each(|&node| leads[node] = found);
    }
    leads
}

/// For each node, whether it is on a cycle or a path leads to it from one.
fn is_led_to(targets: &[Vec<usize>], components: &Components) -> Vec<bool> {
    let mut is_led_to = vec![false; targets.len()];
    for (component, nodes) in components.in_order().rev() {
        let found = components.is_cyclic(component) || nodes.iter().any(|&node| is_led_to[node]);
        for &node in nodes {
            is_led_to[node] |= found;
            targets[node].iter().for_each(|&target| is_led_to[target] |= found);
        }
    }
    is_led_to
}
