//! Templates that contain themselves with ever larger arguments.

use std::collections::VecDeque;

use super::components::Components;
use super::{Analysis, Cycle};
use crate::resolve::ParameterKind;
use crate::resolve::ty::{Argument, Template, Type};

/// An argument that uses a parameter, from that parameter to the one it is given for.
struct Step {
    /// The combinator, and its field.
    at: (usize, usize),
    from: usize,
    to: usize,
    /// Whether the argument is more than the parameter itself.
    grows: bool,
}

impl Analysis<'_> {
    /// The paths on which a template leads back to itself with a larger argument, one for each such combinator: it would
    /// need infinitely many types.
    ///
    /// Parameters are nodes, and an edge leads from one to each whose argument uses it. The arguments grow without end on
    /// a cycle in which one of them grows.
    pub fn growing(&self) -> Vec<Cycle> {
        let (starts, count) = self.parameter_nodes();
        let steps = self.steps(&starts);
        let mut targets = vec![Vec::new(); count];
        steps.iter().for_each(|step| targets[step.from].push(step.to));
        let components = Components::of(&targets);
        let on_cycle = |step: &&Step| components.component(step.from) == components.component(step.to);
        let mut cycles: Vec<Cycle> = Vec::new();
        for step in steps.iter().filter(on_cycle).filter(|step| step.grows) {
            let is_known =
                cycles.iter().any(|cycle| cycle.iter().any(|(combinator, _)| *combinator == step.at.0));
            if !is_known {
                cycles.push(way_back(step, &steps, count));
            }
        }
        cycles
    }

    /// The node of each combinator's first parameter, and how many there are.
    fn parameter_nodes(&self) -> (Vec<usize>, usize) {
        let mut count = 0;
        let starts = self.resolved.combinators.iter().map(|combinator| {
            let start = count;
            count += combinator.parameters.len();
            start
        });
        (starts.collect(), count)
    }

    fn steps(&self, starts: &[usize]) -> Vec<Step> {
        let mut steps = Vec::new();
        for (index, combinator) in self.resolved.combinators.iter().enumerate() {
            let is_type = |of: &usize| combinator.parameters[*of].kind == ParameterKind::Type;
            let own: Vec<usize> = (0..combinator.parameters.len()).filter(is_type).collect();
            for (field, of) in combinator.fields.iter().enumerate().filter(|_| !own.is_empty()) {
                for (ty, target, parameter) in of.ty.parts().flat_map(|part| self.arguments(part)) {
                    for &from in own.iter().filter(|&&from| ty.any(|part| *part == Type::Parameter(from))) {
                        steps.push(Step {
                            at: (index, field),
                            from: starts[index] + from,
                            to: starts[target] + parameter,
                            grows: *ty != Type::Parameter(from),
                        });
                    }
                }
            }
        }
        steps
    }

    /// The arguments of a type, each with a constructor that holds it, and the parameter of that.
    fn arguments<'t>(&'t self, ty: &'t Type) -> Vec<(&'t Type, usize, usize)> {
        let Some(applied) = ty.applied() else { return Vec::new() };
        let constructors = match &applied.template {
            Template::Boxed(ty) => &self.resolved.types[*ty].constructors[..],
            Template::Bare(constructor) => std::slice::from_ref(constructor),
        };
        let arguments = applied.arguments.iter().enumerate().filter_map(|(index, argument)| match argument {
            Argument::Type(ty) => Some((index, ty)),
            Argument::Nat(_) => None,
        });
        let in_each = |(index, ty)| constructors.iter().map(move |&constructor| (ty, constructor, index));
        arguments.flat_map(in_each).collect()
    }
}

/// The shortest path on which a step leads back to its start.
fn way_back(step: &Step, steps: &[Step], count: usize) -> Cycle {
    let mut before: Vec<Option<&Step>> = vec![None; count];
    let mut next = VecDeque::from([step.to]);
    while let Some(node) = next.pop_front().filter(|&node| node != step.from) {
        for on in steps.iter().filter(|on| on.from == node) {
            if on.to != step.to && before[on.to].is_none() {
                before[on.to] = Some(on);
                next.push_back(on.to);
            }
        }
    }
    let mut way = Vec::new();
    let mut node = step.from;
    while let Some(on) = before[node].filter(|_| node != step.to) {
        way.push(on.at);
        node = on.from;
    }
    way.push(step.at);
    way.reverse();
    way
}
