//! How templates hold what their parameters stand for.

use super::components::Components;
use super::graph::{Hold, Node};
use crate::resolve::ty::{Argument, Template, Type};
use crate::resolve::{Combinator, Field, ParameterKind, Resolved};
use crate::schema::Section;

/// What a value of a type holds.
pub(super) enum Held {
    Node(Node),
    /// What the combinator's parameter of this index stands for.
    Parameter(usize),
}

/// What a field holds. Nothing else decides this.
pub(super) fn held(field: &Field, parameters: &Parameters, found: &mut impl FnMut(Held, Hold)) {
    let hold = if field.condition.is_some() { Hold::Perhaps } else { Hold::Always };
    of_type(&field.ty, hold, parameters, found);
}

/// What a value of a type holds, which is itself held so.
fn of_type(ty: &Type, hold: Hold, parameters: &Parameters, found: &mut impl FnMut(Held, Hold)) {
    match ty {
        Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Raw => {}
        Type::Vector { element, .. } => of_type(element, Hold::Apart, parameters, found),
        Type::Array { len: 0, element } => of_type(element, hold.max(Hold::Perhaps), parameters, found),
        Type::Array { element, .. } => of_type(element, hold, parameters, found),
        Type::Repeat { element, .. } => of_type(element, Hold::Apart, parameters, found),
        Type::Applied(applied) => {
            let node = match applied.template {
                Template::Boxed(ty) => Node::Type(ty),
                Template::Bare(constructor) => Node::Combinator(constructor),
            };
            found(Held::Node(node), hold);
            for (index, argument) in applied.arguments.iter().enumerate() {
                match (argument, parameters.hold_of(applied.template, index)) {
                    (Argument::Type(ty), Some(inner)) => of_type(ty, hold.max(inner), parameters, found),
                    (Argument::Type(_), None) | (Argument::Nat(_), _) => {}
                }
            }
        }
        Type::Boxed(ty) => found(Held::Node(Node::Type(*ty)), hold),
        Type::Bare(constructor) => found(Held::Node(Node::Combinator(*constructor)), hold),
        Type::AnyCombinator => found(Held::Node(Node::AnyCombinator), Hold::Apart),
        Type::Parameter(index) => found(Held::Parameter(*index), hold),
        Type::External(_) | Type::Unknown => found(Held::Node(Node::Elsewhere), hold),
    }
}

/// For each template and each of its parameters, how its values hold what that stands for.
pub(super) struct Parameters {
    of_combinators: Vec<Vec<Option<Hold>>>,
    /// By boxed type; a type holds what one of its constructors does.
    of_types: Vec<Vec<Option<Hold>>>,
}

impl Parameters {
    pub(super) fn new(resolved: &Resolved) -> Parameters {
        let nothing = |combinator: &Combinator| vec![None; combinator.parameters.len()];
        let of_type = |constructors: &[usize]| {
            constructors.first().map_or_else(Vec::new, |&first| nothing(&resolved.combinators[first]))
        };
        let mut parameters = Parameters {
            of_combinators: resolved.combinators.iter().map(nothing).collect(),
            of_types: resolved.types.iter().map(|ty| of_type(&ty.constructors)).collect(),
        };
        // Templates that hold each other know more with each turn, and there is little to know of each.
        for (_, templates) in Components::of(&applied(resolved)).in_order() {
            while templates.iter().any(|&of| parameters.learn(of, resolved)) {}
        }
        parameters
    }

    pub(super) fn hold_of(&self, template: Template, parameter: usize) -> Option<Hold> {
        let of = match template {
            Template::Boxed(ty) => &self.of_types[ty],
            Template::Bare(constructor) => &self.of_combinators[constructor],
        };
        of.get(parameter).copied().flatten()
    }

    /// Looks at a combinator, or behind these at a type, again; whether that says more.
    fn learn(&mut self, node: usize, resolved: &Resolved) -> bool {
        match resolved.combinators.get(node) {
            Some(combinator) => {
                let mut holds = vec![None; combinator.parameters.len()];
                for field in &combinator.fields {
                    held(field, self, &mut |of, hold| match of {
                        Held::Parameter(index) => holds[index] = closest(holds[index], Some(hold)),
                        Held::Node(_) => {}
                    });
                }
                std::mem::replace(&mut self.of_combinators[node], holds.clone()) != holds
            }
            None => {
                let ty = node - resolved.combinators.len();
                let constructors = &resolved.types[ty].constructors;
                let holds: Vec<Option<Hold>> = (0..self.of_types[ty].len())
                    .map(|index| self.of_constructors(constructors, index))
                    .collect();
                std::mem::replace(&mut self.of_types[ty], holds.clone()) != holds
            }
        }
    }

    /// As each of them does, or perhaps.
    fn of_constructors(&self, constructors: &[usize], parameter: usize) -> Option<Hold> {
        let holds = || constructors.iter().map(|&of| self.hold_of(Template::Bare(of), parameter));
        let closest = holds().fold(None, closest)?;
        Some(if holds().all(|hold| hold == Some(Hold::Always)) {
            closest
        } else {
            closest.max(Hold::Perhaps)
        })
    }
}

/// The closer of two ways to hold a value.
fn closest(one: Option<Hold>, other: Option<Hold>) -> Option<Hold> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The templates that each template mentions: combinators, then types, which mention their constructors.
fn applied(resolved: &Resolved) -> Vec<Vec<usize>> {
    let count = resolved.combinators.len();
    let of_combinator = |combinator: &Combinator| {
        let is_template = combinator.section == Section::Types
            && combinator.parameters.iter().any(|parameter| parameter.kind == ParameterKind::Type);
        let parts = combinator.fields.iter().filter(|_| is_template).flat_map(|field| field.ty.parts());
        let applied = parts.filter_map(Type::applied).map(|applied| match applied.template {
            Template::Boxed(ty) => count + ty,
            Template::Bare(constructor) => constructor,
        });
        applied.collect()
    };
    let combinators = resolved.combinators.iter().map(of_combinator);
    combinators.chain(resolved.types.iter().map(|ty| ty.constructors.clone())).collect()
}
