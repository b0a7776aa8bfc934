//! Properties that a type has because of what it contains.

use super::Analysis;
use crate::resolve::ty::{Applied, Type};

/// For each combinator, whether it contains what was asked for.
pub struct Contains(Vec<bool>);

impl Analysis<'_> {
    /// The combinators with such a type somewhere in them, in a field or in what a field holds.
    pub fn contains(&self, is_one: impl Fn(&Type) -> bool) -> Contains {
        let mut found = vec![false; self.whole.len()];
        for (component, nodes) in self.whole.in_order() {
            found[component] = nodes.iter().any(|&node| {
                let fields = self.resolved.combinators.get(node).map_or(&[][..], |of| &of.fields);
                fields.iter().any(|field| self.in_type(&field.ty, &is_one))
                    || self.graph.edges(node).iter().any(|edge| found[self.whole.component(edge.to)])
            });
        }
        let combinators = 0..self.resolved.combinators.len();
        Contains(combinators.map(|combinator| found[self.whole.component(combinator)]).collect())
    }
}

impl Analysis<'_> {
    /// Whether a type is one, or is written around one, where a value holds it: not as an argument that no value has.
    fn in_type(&self, ty: &Type, is_one: &impl Fn(&Type) -> bool) -> bool {
        let inside = |ty: &Type| self.in_type(ty, is_one);
        is_one(ty)
            || match ty.applied() {
                Some(Applied { template, arguments }) => {
                    let mut held = arguments.iter().enumerate();
                    held.any(|(index, argument)| {
                        self.graph.hold_of(*template, index).is_some()
                            && argument.as_type().is_some_and(inside)
                    })
                }
                None => ty.inner().any(inside),
            }
    }
}

impl Contains {
    /// Whether this combinator has it.
    pub fn in_combinator(&self, combinator: usize) -> bool {
        self.0[combinator]
    }

    /// Whether one of these combinators has it.
    pub fn in_any(&self, combinators: &[usize]) -> bool {
        combinators.iter().any(|&combinator| self.0[combinator])
    }
}
