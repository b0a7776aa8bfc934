//! Type expressions: a word that says which, then its parts. Each is there once.

use std::collections::HashMap;

use super::text::Text;
use super::{Order, count};
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::{Applied, Argument, Nat, Template, Type};

const BUILTIN: u32 = 0;
const WITH_ID: u32 = 1;
const VECTOR: u32 = 2;
const REPEAT: u32 = 3;
const BOXED: u32 = 4;
const BARE: u32 = 5;
const PARAMETER: u32 = 6;
const ANY: u32 = 7;
const RAW: u32 = 8;
const EXTERNAL: u32 = 9;
const NULLABLE: u32 = 10;
const NUMBER: u32 = 11;
const SLOT: u32 = 12;
const NUMBER_PARAMETER: u32 = 13;
const SUM: u32 = 14;

pub(super) struct Expressions<'o> {
    order: &'o Order,
    /// For each field of the combinator at hand, where its number is kept.
    pub(super) slots: Vec<u32>,
    pub(super) words: Vec<u32>,
    /// Words that refer to expressions.
    pub(super) references: Vec<u32>,
    known: HashMap<Vec<u32>, u32>,
}

impl<'o> Expressions<'o> {
    pub(super) fn new(order: &'o Order) -> Self {
        Self { order, slots: Vec::new(), words: Vec::new(), references: Vec::new(), known: HashMap::new() }
    }

    /// The type expression of any combinator.
    pub(super) fn any(&mut self) -> u32 {
        self.node(&[ANY], &[])
    }

    /// The place of a type expression.
    pub(super) fn add(&mut self, ty: &Type, text: &mut Text) -> u32 {
        match ty {
            Type::Builtin(builtin) => self.builtin(*builtin),
            Type::BoxedBuiltin { builtin, id } => {
                let inner = self.builtin(*builtin);
                self.node(&[WITH_ID, *id], &[inner])
            }
            Type::Vector { boxed, element } => {
                let element = self.add(element, text);
                self.node(&[VECTOR, u32::from(*boxed)], &[element])
            }
            Type::Array { len, element } => {
                let len = self.node(&[NUMBER, *len], &[]);
                let element = self.add(element, text);
                self.node(&[REPEAT], &[len, element])
            }
            Type::Repeat { count, element } => {
                let count = self.nat(count);
                let element = self.add(element, text);
                self.node(&[REPEAT], &[count, element])
            }
            Type::Nullable(inner) => {
                let inner = self.add(inner, text);
                self.node(&[NULLABLE], &[inner])
            }
            Type::Applied(applied) => self.applied(applied, text),
            Type::Boxed(ty) => self.node(&[BOXED, count(*ty), 0], &[]),
            Type::Bare(combinator) => self.node(&[BARE, self.order.places[*combinator], 0], &[]),
            Type::External(external) => {
                let [offset, len] = text.add(&external.name.text);
                self.node(&[EXTERNAL, u32::from(external.boxed), offset, len], &[])
            }
            Type::Parameter(index) => self.node(&[PARAMETER, count(*index)], &[]),
            Type::Raw | Type::Unknown => self.node(&[RAW], &[]),
            Type::AnyCombinator => self.any(),
        }
    }

    fn applied(&mut self, applied: &Applied, text: &mut Text) -> u32 {
        let arguments: Vec<u32> = applied
            .arguments
            .iter()
            .map(|argument| match argument {
                Argument::Type(ty) => self.add(ty, text),
                Argument::Nat(nat) => self.nat(nat),
            })
            .collect();
        let [kind, index] = match applied.template {
            Template::Boxed(ty) => [BOXED, count(ty)],
            Template::Bare(combinator) => [BARE, self.order.places[combinator]],
        };
        self.node(&[kind, index, count(arguments.len())], &arguments)
    }

    /// The place of a natural number; a field is where its number is kept.
    fn nat(&mut self, nat: &Nat) -> u32 {
        match nat {
            Nat::Number(number) => self.node(&[NUMBER, *number], &[]),
            Nat::Field(field) => self.node(&[SLOT, self.slots[*field]], &[]),
            Nat::Parameter(index) => self.node(&[NUMBER_PARAMETER, count(*index)], &[]),
            Nat::Sum(parts) => {
                let parts: Vec<u32> = parts.iter().map(|part| self.nat(part)).collect();
                let sum = parts.into_iter().reduce(|sum, part| self.node(&[SUM], &[sum, part]));
                sum.unwrap_or_else(|| self.node(&[NUMBER, 0], &[]))
            }
        }
    }

    fn builtin(&mut self, builtin: Builtin) -> u32 {
        self.node(&[BUILTIN, code(builtin)], &[])
    }

    /// An expression of these words, the last of which are places of other expressions.
    fn node(&mut self, words: &[u32], parts: &[u32]) -> u32 {
        let node = [words, parts].concat();
        if let Some(&place) = self.known.get(&node) {
            return place;
        }
        let place = count(self.words.len());
        let first_part = place + count(words.len());
        self.references.extend((first_part..).take(parts.len()));
        self.words.extend(&node);
        self.known.insert(node, place);
        place
    }
}

/// The place in `tl_runtime::reflect::Builtin::ALL`.
fn code(builtin: Builtin) -> u32 {
    match builtin {
        Builtin::Int => 0,
        Builtin::Long => 1,
        Builtin::Int53 => 2,
        Builtin::Double => 3,
        Builtin::Float => 4,
        Builtin::Nat => 5,
        Builtin::String => 6,
        Builtin::Bytes => 7,
        Builtin::Bool => 8,
        Builtin::True => 9,
        Builtin::Int128 => 10,
        Builtin::Int256 => 11,
        Builtin::Int512 => 12,
    }
}
