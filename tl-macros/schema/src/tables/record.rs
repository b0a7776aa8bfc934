//! Records of combinators, types, fields and parameters.

use super::expression::Expressions;
use super::text::Text;
use super::{Facts, NONE, Order, count};
use crate::resolve::ty::Type;
use crate::resolve::{BoxedType, Combinator, Condition, Field, Mask, Output, ParameterKind, Resolved};
use crate::schema::Section;

const IS_FUNCTION: u32 = 1;
const IS_RECURSIVE: u32 = 2;

const IF_FIELD: u32 = 1;
const IF_PARAMETER: u32 = 2;

const HIDDEN: u32 = 1;
const BIT: u32 = 2;
const MASK: u32 = 4;
const LENGTH: u32 = 16;
const BOUNDED: u32 = 32;
const UNNAMED: u32 = 64;

/// What refers to an expression.
pub(super) enum Part {
    Combinators,
    Fields,
}

#[derive(Default)]
pub(super) struct Records {
    pub(super) combinators: Vec<u32>,
    pub(super) by_name: Vec<u32>,
    pub(super) types: Vec<u32>,
    pub(super) fields: Vec<u32>,
    pub(super) parameters: Vec<u32>,
    pub(super) lists: Vec<u32>,
    /// Words that refer to expressions.
    pub(super) references: Vec<(Part, u32)>,
    field_count: u32,
}

impl Records {
    pub(super) fn of(
        resolved: &Resolved,
        facts: &Facts<'_>,
        order: &Order,
        text: &mut Text,
        expressions: &mut Expressions<'_>,
    ) -> Self {
        let mut records = Records::default();
        for &index in &order.combinators {
            records.combinator(resolved, index, facts, text, expressions);
        }
        records.by_name = by_name(resolved, order);
        for ty in &resolved.types {
            records.boxed_type(ty, facts, order, text);
        }
        records
    }

    fn combinator(
        &mut self,
        resolved: &Resolved,
        index: usize,
        facts: &Facts<'_>,
        text: &mut Text,
        expressions: &mut Expressions<'_>,
    ) {
        let combinator = &resolved.combinators[index];
        let slots = slots(combinator);
        let slot_count = slots.iter().filter(|slot| **slot != NONE).count();
        let first_field = self.field_count;
        expressions.slots.clone_from(&slots);
        for (field, slot) in slots.iter().enumerate() {
            self.field(combinator, field, &slots, *slot, text, expressions);
        }
        let kinds =
            [(combinator.section == Section::Functions, IS_FUNCTION), (facts.recursive[index], IS_RECURSIVE)];
        let (result, ty) = match &combinator.output {
            Output::Constructs(ty) => (expressions.add(&Type::Boxed(*ty), text), count(*ty)),
            Output::ConstructsObject => (expressions.any(), NONE),
            Output::Returns(ty) => (expressions.add(ty, text), NONE),
        };
        let first_parameter = count(self.parameters.len() / 3);
        for parameter in &combinator.parameters {
            let [offset, len] = text.add(&parameter.name.text);
            let is_type = parameter.kind == ParameterKind::Type;
            self.parameters.extend([offset, len, u32::from(is_type)]);
        }
        self.references.push((Part::Combinators, count(self.combinators.len()) + 12));
        let [name, line, docs] = [&combinator.name.text, &combinator.line, &combinator.docs.join("\n")]
            .map(|string| text.add(string));
        self.combinators.extend([
            combinator.id.value,
            name[0],
            name[1],
            line[0],
            line[1],
            docs[0],
            docs[1],
            bits(kinds),
            first_field,
            count(combinator.fields.len()),
            first_parameter,
            count(combinator.parameters.len()),
            result,
            ty,
            count(facts.least[index]),
            count(slot_count),
        ]);
    }

    fn field(
        &mut self,
        combinator: &Combinator,
        index: usize,
        slots: &[u32],
        slot: u32,
        text: &mut Text,
        expressions: &mut Expressions<'_>,
    ) {
        let field = &combinator.fields[index];
        let condition = match &field.condition {
            Some(Condition { mask: Mask::Field(mask), bit, .. }) => IF_FIELD | bit << 8 | slots[*mask] << 16,
            Some(Condition { mask: Mask::Parameter(parameter), bit, .. }) => {
                IF_PARAMETER | bit << 8 | count(*parameter) << 16
            }
            None => 0,
        };
        let declared =
            tests(combinator, index).fold(0, |bits, bit| bits | 1_u32.checked_shl(bit).unwrap_or(0));
        let line = match field.is_unnamed() {
            true => text.add(&format!("{}:{}", field.name.text, field.line)),
            false => text.add(&field.line),
        };
        let docs = text.add(&field.docs.join("\n"));
        let ty = expressions.add(&field.ty, text);
        self.references.push((Part::Fields, count(self.fields.len()) + 5));
        let name_len = count(field.name.text.len());
        self.fields.extend([
            line[0],
            line[1],
            name_len,
            docs[0],
            docs[1],
            ty,
            condition,
            role(combinator, index),
            slot,
            declared,
        ]);
        self.field_count += 1;
    }

    fn boxed_type(&mut self, ty: &BoxedType, facts: &Facts<'_>, order: &Order, text: &mut Text) {
        let mut constructors: Vec<u32> =
            ty.constructors.iter().map(|&constructor| order.places[constructor]).collect();
        constructors.sort_unstable();
        let least = ty.constructors.iter().map(|&constructor| facts.least[constructor]).min().unwrap_or(0);
        let [name, docs] = [&ty.name.text, &ty.docs.join("\n")].map(|string| text.add(string));
        self.types.extend([
            name[0],
            name[1],
            docs[0],
            docs[1],
            count(self.lists.len()),
            count(constructors.len()),
            count(least.saturating_add(4)),
            0,
        ]);
        self.lists.extend(constructors);
    }
}

/// The places of all combinators, sorted by name; a constructor comes before a function of its name.
fn by_name(resolved: &Resolved, order: &Order) -> Vec<u32> {
    let mut sorted = order.combinators.clone();
    sorted.sort_by_key(|&index| {
        let combinator = &resolved.combinators[index];
        (&combinator.name.text, combinator.section == Section::Functions)
    });
    sorted.into_iter().map(|index| order.places[index]).collect()
}

/// For each field, where its number is kept for those that depend on it.
fn slots(combinator: &Combinator) -> Vec<u32> {
    let mut next = 0;
    let slot = |index| {
        let is_kept = tests(combinator, index).next().is_some()
            || combinator.is_length(index)
            || combinator.is_number(index);
        if !is_kept {
            return NONE;
        }
        next += 1;
        next - 1
    };
    (0..combinator.fields.len()).map(slot).collect()
}

/// The bits of a field that others test.
fn tests(combinator: &Combinator, mask: usize) -> impl Iterator<Item = u32> {
    let conditions = combinator.fields.iter().filter_map(|field| field.condition.as_ref());
    conditions.filter(move |condition| condition.mask == Mask::Field(mask)).map(|condition| condition.bit)
}

fn role(combinator: &Combinator, index: usize) -> u32 {
    let field: &Field = &combinator.fields[index];
    let is_length = combinator.is_length(index);
    let is_mask = tests(combinator, index).next().is_some();
    let roles = [
        (is_length || is_mask && field.is_named_flags(), HIDDEN),
        (field.is_bit(), BIT),
        (is_mask, MASK),
        (is_length, LENGTH),
        (combinator.length_of(index).is_some(), BOUNDED),
        (field.is_unnamed(), UNNAMED),
    ];
    bits(roles)
}

fn bits<const N: usize>(given: [(bool, u32); N]) -> u32 {
    given.into_iter().filter(|(is, _)| *is).fold(0, |bits, (_, bit)| bits | bit)
}
