//! How templates hold what their parameters stand for.

use super::components::Components;
use super::graph::{Hold, Node};
use crate::resolve::ty::{Applied, Argument, Nat, Template, Type};
use crate::resolve::{Combinator, Field, Resolved};

/// What a value of a type holds.
pub(super) enum Held {
    Node(Node),
    /// What the combinator's parameter of this index stands for.
    Parameter(usize),
}

/// What a field holds. Nothing else decides this.
pub(super) fn held(field: &Field, parameters: &Parameters, found: &mut impl FnMut(Held, Hold)) {
    holdings(parameters, Numbers::Unknown, found).of_field(field);
}

/// What is known of the numbers that are parameters. A repetition is an array where it has a constant for its count: a
/// part of the value, as those of a vector are not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    Unknown,
    Constant,
}

struct Holdings<'p, F> {
    parameters: &'p Parameters,
    numbers: Numbers,
    found: F,
}

fn holdings<F: FnMut(Held, Hold)>(parameters: &Parameters, numbers: Numbers, found: F) -> Holdings<'_, F> {
    Holdings { parameters, numbers, found }
}

impl<F: FnMut(Held, Hold)> Holdings<'_, F> {
    fn of_field(&mut self, field: &Field) {
        let hold = if field.condition.is_some() { Hold::Perhaps } else { Hold::Always };
        self.of_type(&field.ty, hold);
    }

    /// What a value of a type holds, which is itself held so.
    fn of_type(&mut self, ty: &Type, hold: Hold) {
        match ty {
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Raw => {}
            Type::Vector { element, .. } => self.of_type(element, Hold::Apart),
            Type::Array { len: 0, element } => self.of_type(element, hold.max(Hold::Perhaps)),
            Type::Array { element, .. } => self.of_type(element, hold),
            Type::Repeat { count, element } => match self.is_constant(count) {
                true => self.of_type(element, hold.max(Hold::Perhaps)),
                false => self.of_type(element, Hold::Apart),
            },
            Type::Nullable(inner) => self.of_type(inner, Hold::Apart),
            Type::Applied(applied) => self.of_applied(applied, hold),
            Type::Boxed(ty) => (self.found)(Held::Node(Node::Type(*ty)), hold),
            Type::Bare(constructor) => (self.found)(Held::Node(Node::Combinator(*constructor)), hold),
            Type::AnyCombinator => (self.found)(Held::Node(Node::AnyCombinator), Hold::Apart),
            Type::Parameter(index) => (self.found)(Held::Parameter(*index), hold),
            Type::External(_) | Type::Unknown => (self.found)(Held::Node(Node::Elsewhere), hold),
        }
    }

    fn of_applied(&mut self, applied: &Applied, hold: Hold) {
        let node = match applied.template {
            Template::Boxed(ty) => Node::Type(ty),
            Template::Bare(constructor) => Node::Combinator(constructor),
        };
        (self.found)(Held::Node(node), hold);
        let is_constant = |argument: &Argument| argument.as_nat().is_some_and(|nat| self.is_constant(nat));
        let numbers = match applied.arguments.iter().any(is_constant) {
            true => Numbers::Constant,
            false => Numbers::Unknown,
        };
        for (index, argument) in applied.arguments.iter().enumerate() {
            match (argument, self.parameters.holds(applied.template, index, numbers)) {
                (Argument::Type(ty), Some(inner)) => self.of_type(ty, hold.max(inner)),
                (Argument::Type(_), None) | (Argument::Nat(_), _) => {}
            }
        }
    }

    fn is_constant(&self, nat: &Nat) -> bool {
        match nat {
            Nat::Number(_) => true,
            Nat::Parameter(_) => self.numbers == Numbers::Constant,
            Nat::Field(_) => false,
            Nat::Sum(terms) => terms.iter().all(|term| self.is_constant(term)),
        }
    }
}

/// How templates hold what their parameters stand for, where the numbers among these are not known, and where they are.
pub(super) struct Parameters {
    unknown: Holds,
    constant: Holds,
}

/// For each template and each of its parameters, how its values hold what that stands for; `None` if they hold none.
struct Holds {
    of_combinators: Vec<Vec<Option<Hold>>>,
    /// By boxed type; a type holds what one of its constructors does.
    of_types: Vec<Vec<Option<Hold>>>,
}

impl Holds {
    fn nothing(resolved: &Resolved) -> Holds {
        let nothing = |combinator: &Combinator| vec![None; combinator.parameters.len()];
        let of_type = |constructors: &[usize]| {
            constructors.first().map_or_else(Vec::new, |&first| nothing(&resolved.combinators[first]))
        };
        Holds {
            of_combinators: resolved.combinators.iter().map(nothing).collect(),
            of_types: resolved.types.iter().map(|ty| of_type(&ty.constructors)).collect(),
        }
    }
}

impl Parameters {
    pub(super) fn new(resolved: &Resolved) -> Parameters {
        let (unknown, constant) = (Holds::nothing(resolved), Holds::nothing(resolved));
        let mut parameters = Parameters { unknown, constant };
        // Templates that hold each other know more with each turn, and there is little to know of each.
        for (_, templates) in Components::of(&applied(resolved)).in_order() {
            let mut learns = |of| {
                [Numbers::Unknown, Numbers::Constant]
                    .iter()
                    .any(|&numbers| parameters.learn(of, numbers, resolved))
            };
            while templates.iter().any(|&of| learns(of)) {}
        }
        parameters
    }

    pub(super) fn hold_of(&self, template: Template, parameter: usize) -> Option<Hold> {
        self.holds(template, parameter, Numbers::Unknown)
    }

    fn holds(&self, template: Template, parameter: usize, numbers: Numbers) -> Option<Hold> {
        let holds = match numbers {
            Numbers::Unknown => &self.unknown,
            Numbers::Constant => &self.constant,
        };
        let of = match template {
            Template::Boxed(ty) => &holds.of_types[ty],
            Template::Bare(constructor) => &holds.of_combinators[constructor],
        };
        of.get(parameter).copied().flatten()
    }

    /// Looks again at a combinator, or after all combinators at a type. Returns whether that found more.
    fn learn(&mut self, node: usize, numbers: Numbers, resolved: &Resolved) -> bool {
        let combinators = resolved.combinators.len();
        let new = match resolved.combinators.get(node) {
            Some(combinator) => self.of_combinator(combinator, numbers),
            None => self.of_type(node - combinators, numbers, resolved),
        };
        let holds = match numbers {
            Numbers::Unknown => &mut self.unknown,
            Numbers::Constant => &mut self.constant,
        };
        let known = match node.checked_sub(combinators) {
            None => &mut holds.of_combinators[node],
            Some(ty) => &mut holds.of_types[ty],
        };
        let says_more = *known != new;
        *known = new;
        says_more
    }

    fn of_combinator(&self, combinator: &Combinator, numbers: Numbers) -> Vec<Option<Hold>> {
        let mut holds = vec![None; combinator.parameters.len()];
        let mut holdings = holdings(self, numbers, |of, hold| match of {
            Held::Parameter(index) => holds[index] = closest(holds[index], Some(hold)),
            Held::Node(_) => {}
        });
        combinator.fields.iter().for_each(|field| holdings.of_field(field));
        holds
    }

    /// As each of its constructors does, or perhaps.
    fn of_type(&self, ty: usize, numbers: Numbers, resolved: &Resolved) -> Vec<Option<Hold>> {
        let constructors = &resolved.types[ty].constructors;
        let of_parameter = |parameter| {
            let holds = || constructors.iter().map(|&of| self.holds(Template::Bare(of), parameter, numbers));
            let closest = holds().fold(None, closest)?;
            let is_always = holds().all(|hold| hold == Some(Hold::Always));
            Some(if is_always { closest } else { closest.max(Hold::Perhaps) })
        };
        (0..self.unknown.of_types[ty].len()).map(of_parameter).collect()
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
        let fields = combinator.fields.iter().filter(|_| combinator.is_template());
        let parts = fields.flat_map(|field| field.ty.parts());
        let applied = parts.filter_map(Type::applied).map(|applied| match applied.template {
            Template::Boxed(ty) => count + ty,
            Template::Bare(constructor) => constructor,
        });
        applied.collect()
    };
    let combinators = resolved.combinators.iter().map(of_combinator);
    combinators.chain(resolved.types.iter().map(|ty| ty.constructors.clone())).collect()
}
