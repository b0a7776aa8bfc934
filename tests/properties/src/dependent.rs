//! Random messages of schemas with templates and natural numbers.

use tl_schema::resolve::builtin::Builtin;
use tl_schema::resolve::ty::{Argument, Nat, Template, Type};
use tl_schema::resolve::{Combinator, Mask, Resolved};
use tl_test_support::random::Random;

/// Vectors and numbers are no larger, and a level deeper they are half as large.
const MOST: usize = 4;

/// Random messages, canonical by construction.
#[derive(Debug)]
pub struct Messages<'r> {
    resolved: &'r Resolved,
    random: Random,
    depth: usize,
}

impl<'r> Messages<'r> {
    /// A source of messages; other seeds give others.
    pub fn new(resolved: &'r Resolved, seed: u64) -> Messages<'r> {
        Messages { resolved, random: Random::new(seed), depth: 0 }
    }

    /// So many messages of each combinator that stands for itself.
    pub fn messages(&mut self, each: usize) -> Vec<(&'r str, Vec<u8>)> {
        let resolved = self.resolved;
        let mut messages = Vec::new();
        for (index, combinator) in resolved.combinators.iter().enumerate() {
            let is_whole = combinator.parameters.is_empty()
                && !combinator.fields.iter().any(|field| field.ty == Type::Raw);
            for _ in 0..if is_whole { each } else { 0 } {
                let mut bytes = combinator.id.value.to_le_bytes().to_vec();
                self.fields(index, &[], &mut bytes);
                messages.push((combinator.name.text.as_str(), bytes));
            }
        }
        messages
    }

    fn most(&self) -> usize {
        MOST >> self.depth.min(8)
    }

    /// The bare form of a combinator with these arguments, which depend on nothing.
    fn fields(&mut self, index: usize, arguments: &[Argument], bytes: &mut Vec<u8>) {
        self.depth += 1;
        let combinator = &self.resolved.combinators[index];
        let mut numbers: Vec<u32> = Vec::new();
        for (index, field) in combinator.fields.iter().enumerate() {
            let mut number = 0;
            if is_there(combinator, index, &numbers, arguments) {
                if field.ty == Type::Builtin(Builtin::Nat) {
                    number = self.number(combinator, index, &numbers, arguments);
                    bytes.extend(number.to_le_bytes());
                } else {
                    let ty = field.ty.with_arguments(arguments);
                    self.value(&known(&ty, &numbers), bytes);
                }
            }
            numbers.push(number);
        }
        self.depth -= 1;
    }

    /// A number that is small, and 0 where it is the count of nothing.
    fn number(
        &mut self,
        combinator: &Combinator,
        index: usize,
        numbers: &[u32],
        arguments: &[Argument],
    ) -> u32 {
        let counted = combinator.counted_by(index);
        let is_used = counted.iter().any(|&field| is_there(combinator, field, numbers, arguments));
        match counted.is_empty() || is_used {
            true => self.random.below(self.most() + 1) as u32,
            false => 0,
        }
    }

    fn value(&mut self, ty: &Type, bytes: &mut Vec<u8>) {
        match ty {
            Type::Builtin(builtin) => self.builtin(*builtin, bytes),
            Type::BoxedBuiltin { builtin, id } => {
                bytes.extend(id.to_le_bytes());
                self.builtin(*builtin, bytes);
            }
            Type::Vector { boxed, element } => {
                if *boxed {
                    bytes.extend(0x1cb5_c415_u32.to_le_bytes());
                }
                let count = self.random.below(self.most() + 1);
                bytes.extend((count as u32).to_le_bytes());
                (0..count).for_each(|_| self.value(element, bytes));
            }
            Type::Array { len, element } => (0..*len).for_each(|_| self.value(element, bytes)),
            Type::Repeat { count: Nat::Number(count), element } => {
                (0..*count).for_each(|_| self.value(element, bytes));
            }
            Type::Boxed(ty) => self.boxed(*ty, &[], bytes),
            Type::Bare(constructor) => self.fields(*constructor, &[], bytes),
            Type::Applied(applied) => match applied.template {
                Template::Boxed(ty) => self.boxed(ty, &applied.arguments, bytes),
                Template::Bare(constructor) => self.fields(constructor, &applied.arguments, bytes),
            },
            Type::Repeat { .. } | Type::Parameter(_) | Type::External(_) | Type::Raw => {
                panic!("not known: {ty:?}")
            }
            Type::Nullable(_) | Type::Unknown | Type::AnyCombinator => panic!("not of these schemas: {ty:?}"),
        }
    }

    /// One of the constructors; deep down the one with the fewest fields.
    fn boxed(&mut self, ty: usize, arguments: &[Argument], bytes: &mut Vec<u8>) {
        let combinators = &self.resolved.combinators;
        let constructors = &self.resolved.types[ty].constructors;
        let smallest = constructors.iter().min_by_key(|&&of| combinators[of].fields.len());
        let chosen = match self.most() {
            0 => *smallest.expect("a constructor"),
            _ => constructors[self.random.below(constructors.len())],
        };
        bytes.extend(combinators[chosen].id.value.to_le_bytes());
        self.fields(chosen, arguments, bytes);
    }

    fn builtin(&mut self, builtin: Builtin, bytes: &mut Vec<u8>) {
        match builtin {
            Builtin::Bool => {
                let id = [0x9972_75b5_u32, 0xbc79_9737][self.random.below(2)];
                bytes.extend(id.to_le_bytes());
            }
            Builtin::String | Builtin::Bytes => {
                let text = ["", "a", "abc", "abcdefg"][self.random.below(4)];
                bytes.push(text.len() as u8);
                bytes.extend(text.as_bytes());
                bytes.resize(bytes.len().next_multiple_of(4), 0);
            }
            // Finite numbers, which are equal to themselves.
            Builtin::Double => bytes.extend((self.random.below(9) as f64).to_le_bytes()),
            Builtin::Float => bytes.extend((self.random.below(9) as f32).to_le_bytes()),
            other => {
                let size = other.fixed_size().expect("a size");
                bytes.extend((0..size).map(|_| self.random.number() as u8));
            }
        }
    }
}

/// Whether a field is there; its mask comes before it.
fn is_there(combinator: &Combinator, field: usize, numbers: &[u32], arguments: &[Argument]) -> bool {
    let Some(condition) = &combinator.fields[field].condition else { return true };
    let mask = match condition.mask {
        Mask::Field(mask) => numbers.get(mask).copied().unwrap_or(0),
        Mask::Parameter(index) => match arguments[index] {
            Argument::Nat(Nat::Number(number)) => number,
            ref argument => panic!("not known: {argument:?}"),
        },
    };
    mask & 1 << condition.bit != 0
}

/// The type with the numbers of fields in it.
fn known(ty: &Type, numbers: &[u32]) -> Type {
    let inner = |ty: &Type| Box::new(known(ty, numbers));
    match ty {
        Type::Vector { boxed, element } => Type::Vector { boxed: *boxed, element: inner(element) },
        Type::Array { len, element } => Type::Array { len: *len, element: inner(element) },
        Type::Repeat { count, element } => {
            Type::Repeat { count: Nat::Number(total(count, numbers)), element: inner(element) }
        }
        Type::Applied(applied) => {
            let mut applied = applied.clone();
            for argument in &mut applied.arguments {
                *argument = match argument {
                    Argument::Type(ty) => Argument::Type(known(ty, numbers)),
                    Argument::Nat(nat) => Argument::Nat(Nat::Number(total(nat, numbers))),
                };
            }
            Type::Applied(applied)
        }
        other => other.clone(),
    }
}

fn total(nat: &Nat, numbers: &[u32]) -> u32 {
    match nat {
        Nat::Number(number) => *number,
        Nat::Field(field) => numbers[*field],
        Nat::Sum(terms) => terms.iter().map(|term| total(term, numbers)).sum(),
        Nat::Parameter(_) => panic!("the argument is not known"),
    }
}
