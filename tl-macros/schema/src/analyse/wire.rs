//! Sizes on the wire.

use super::{Analysis, Node, least};
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// How many bytes combinators take, without their ids.
pub struct Wire {
    /// The fewest that a value takes, by combinator; 0 if there is no finite value.
    pub least: Vec<usize>,
    /// The same of all nodes.
    nodes: Vec<usize>,
    /// How many each value takes, by combinator; `None` where that differs, where not every pattern of bytes is a
    /// value, and where there are none.
    pub fixed: Vec<Option<usize>>,
}

impl Analysis<'_> {
    /// Sizes on the wire.
    pub fn wire(&self) -> Wire {
        let nodes = least::least(self.resolved, &self.graph);
        let least = nodes[..self.resolved.combinators.len()].to_vec();
        Wire { least, nodes, fixed: self.fixed() }
    }

    /// The fewest bytes that a value of a type takes.
    pub fn least(&self, ty: &Type, wire: &Wire) -> usize {
        least::of_type(ty, &wire.nodes, &self.graph)
    }

    fn fixed(&self) -> Vec<Option<usize>> {
        let mut fixed = vec![None; self.resolved.combinators.len()];
        for (component, nodes) in self.by_value.in_order() {
            for &node in nodes.iter().filter(|_| !self.by_value.is_cyclic(component)) {
                if let Node::Combinator(combinator) = self.graph.node(node) {
                    fixed[combinator] = self.fixed_combinator(combinator, &fixed);
                }
            }
        }
        fixed
    }

    fn fixed_combinator(&self, index: usize, fixed: &[Option<usize>]) -> Option<usize> {
        let combinator = &self.resolved.combinators[index];
        let sizes = combinator.fields.iter().map(|field| match field.condition {
            None => fixed_type(&field.ty, fixed),
            Some(_) => None,
        });
        let sum = |sum: usize, size: Option<usize>| sum.checked_add(size?);
        sizes.into_iter().try_fold(0, sum).filter(|size| *size > 0 && !combinator.broken)
    }
}

impl Wire {
    /// How many bytes a value of a type takes, if each takes as many and every pattern of bytes is a value.
    pub fn fixed_type(&self, ty: &Type) -> Option<usize> {
        fixed_type(ty, &self.fixed)
    }
}

fn fixed_type(ty: &Type, fixed: &[Option<usize>]) -> Option<usize> {
    match ty {
        Type::Builtin(Builtin::Bool | Builtin::True) => None,
        Type::Builtin(builtin) => builtin.fixed_size(),
        Type::Bare(constructor) => fixed[*constructor],
        // The whole-vector paths take structs and numbers.
        Type::Array { .. } | Type::Repeat { .. } | Type::Applied(_) => None,
        // An id is not every pattern of bytes.
        Type::BoxedBuiltin { .. } | Type::Boxed(_) | Type::Nullable(_) | Type::AnyCombinator => None,
        Type::Vector { .. } | Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown => None,
    }
}
