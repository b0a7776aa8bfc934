//! A combinator and its fields, as the tables have them.

use core::fmt;

use super::Schema;
use super::tables::{Tables, combinator, field, header, parameter};
use super::ty::Ty;

/// A constructor or a function of a [`Schema`].
#[derive(Clone, Copy)]
pub struct Combinator<'a> {
    schema: &'a Schema<'a>,
    /// The place of its record.
    at: u32,
}

/// A field of a [`Combinator`].
#[derive(Clone, Copy)]
pub struct Field<'a> {
    combinator: Combinator<'a>,
    index: u32,
    /// The place of its record.
    at: u32,
}

/// The fields of a combinator, one after the other.
pub(super) struct Fields<'a> {
    /// The next one, or the end.
    next: Field<'a>,
    count: u32,
}

/// `flags.0?`: the field is present if the bit is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Condition<'a> {
    /// The name of the mask: a field or a parameter.
    pub mask: &'a str,
    /// The number of the bit, from 0.
    pub bit: u32,
}

impl<'a> Combinator<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, at: u32) -> Self {
        Self { schema, at }
    }

    #[inline]
    fn tables(self) -> Tables<'a> {
        self.schema.tables()
    }

    #[inline]
    fn word(self, word: u32) -> u32 {
        self.tables().word(self.at + word)
    }

    /// The id, which precedes the fields on the wire.
    #[must_use]
    #[inline]
    pub fn id(self) -> u32 {
        self.word(combinator::ID)
    }

    /// The name in TL.
    #[must_use]
    #[inline]
    pub fn name(self) -> &'a str {
        self.tables().text(self.at + combinator::NAME)
    }

    /// Whether this is its name.
    #[inline]
    pub(super) fn is_called(self, name: &str) -> bool {
        self.word(combinator::NAME + 1) as usize == name.len() && self.name() == name
    }

    /// The definition as a line of TL.
    #[must_use]
    pub fn line(self) -> &'a str {
        self.tables().text(self.at + combinator::LINE)
    }

    /// The documentation in the schema; empty if there is none.
    #[must_use]
    pub fn docs(self) -> &'a str {
        self.tables().text(self.at + combinator::DOCS)
    }

    /// Whether it is a function.
    #[must_use]
    pub fn is_function(self) -> bool {
        self.word(combinator::KIND) & combinator::IS_FUNCTION != 0
    }

    /// The type of a constructor, or what a function answers, as TL.
    #[must_use]
    pub fn result(self) -> &'a str {
        self.line().rsplit_once("= ").map_or("", |(_, result)| result.trim_end_matches(';'))
    }

    /// The fields, in the order of the wire.
    pub fn fields(self) -> impl ExactSizeIterator<Item = Field<'a>> {
        self.walk()
    }

    #[inline]
    pub(super) fn walk(self) -> Fields<'a> {
        self.walk_from(0)
    }

    #[inline]
    pub(super) fn walk_from(self, index: u32) -> Fields<'a> {
        Fields { next: self.field(index), count: self.field_count() }
    }

    /// The field with this name.
    #[must_use]
    pub fn field_named(self, name: &str) -> Option<Field<'a>> {
        self.fields().find(|field| field.is_called(name))
    }

    #[inline]
    pub(super) fn field_count(self) -> u32 {
        self.word(combinator::FIELD_COUNT)
    }

    #[inline]
    pub(super) fn field(self, index: u32) -> Field<'a> {
        let first = self.schema.header(header::FIELDS);
        let at = first + (self.word(combinator::FIELDS) + index) * field::SIZE;
        Field { combinator: self, index, at }
    }

    pub(super) fn schema(self) -> &'a Schema<'a> {
        self.schema
    }

    /// Whether nesting counts it.
    #[inline]
    pub(super) fn is_recursive(self) -> bool {
        self.word(combinator::KIND) & combinator::IS_RECURSIVE != 0
    }

    /// The fewest bytes that the fields take.
    #[inline]
    pub(super) fn least(self) -> usize {
        self.word(combinator::LEAST) as usize
    }

    /// How many fields other things depend on.
    #[inline]
    pub(super) fn slots(self) -> u32 {
        self.word(combinator::SLOTS)
    }

    /// What a function answers.
    pub(super) fn answer(self) -> Ty<'a> {
        Ty::new(self.schema, self.word(combinator::RESULT))
    }

    fn parameter(self, index: u32) -> &'a str {
        let first = self.schema.header(header::PARAMETERS);
        let at = first + (self.word(combinator::PARAMETERS) + index) * parameter::SIZE;
        self.tables().text(at + parameter::NAME)
    }
}

impl<'a> Fields<'a> {
    #[inline]
    pub(super) fn combinator(&self) -> Combinator<'a> {
        self.next.combinator
    }

    /// The field before the next one.
    #[inline]
    pub(super) fn previous(&self) -> Option<Field<'a>> {
        let Field { combinator, index, at } = self.next;
        (index > 0).then(|| Field { combinator, index: index - 1, at: at - field::SIZE })
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Field<'a>;

    #[inline]
    fn next(&mut self) -> Option<Field<'a>> {
        let Field { combinator, index, at } = self.next;
        (index < self.count).then(|| {
            self.next = Field { combinator, index: index + 1, at: at + field::SIZE };
            Field { combinator, index, at }
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.count - self.next.index) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Fields<'_> {}

impl<'a> Field<'a> {
    #[inline]
    fn tables(self) -> Tables<'a> {
        self.combinator.tables()
    }

    #[inline]
    fn word(self, word: u32) -> u32 {
        self.tables().word(self.at + word)
    }

    /// The name in TL. Those without one are called `_0`, `_1`, ….
    #[must_use]
    #[inline]
    pub fn name(self) -> &'a str {
        self.tables().slice(self.word(field::LINE), self.word(field::NAME_LEN))
    }

    /// The field as TL: `usage:flags.3?int`, or `_0:int` without a name.
    #[must_use]
    pub fn line(self) -> &'a str {
        self.tables().text(self.at + field::LINE)
    }

    /// The type as TL, without the condition.
    #[must_use]
    pub fn ty(self) -> &'a str {
        let line = self.line();
        let ty = line.get(self.name().len() + 1..).unwrap_or(line);
        match self.word(field::CONDITION) & 0xff {
            field::ALWAYS => ty,
            _ => ty.split_once('?').map_or(ty, |(_, ty)| ty),
        }
    }

    /// The documentation in the schema; empty if there is none.
    #[must_use]
    pub fn docs(self) -> &'a str {
        self.tables().text(self.at + field::DOCS)
    }

    /// The bit that says whether the field is present; `None` if it always is.
    #[must_use]
    pub fn condition(self) -> Option<Condition<'a>> {
        let (from, bit, index) = self.tests();
        let mask = match from {
            field::IF_FIELD => self.combinator.fields().find(|mask| mask.slot() == Some(index))?.name(),
            field::IF_PARAMETER => self.combinator.parameter(index),
            _ => return None,
        };
        Some(Condition { mask, bit })
    }

    /// Whether the field is computed from others, as masks named `flags` are: it is no part of the value as text or
    /// JSON.
    #[must_use]
    #[inline]
    pub fn is_hidden(self) -> bool {
        self.has(field::HIDDEN)
    }

    /// The combinator that the field belongs to.
    #[must_use]
    pub fn combinator(self) -> Combinator<'a> {
        self.combinator
    }

    #[inline]
    pub(super) fn index(self) -> u32 {
        self.index
    }

    #[inline]
    pub(super) fn has(self, role: u32) -> bool {
        self.word(field::ROLE) & role != 0
    }

    /// What is tested, its bit, and its slot or the parameter's index.
    #[inline]
    pub(super) fn tests(self) -> (u32, u32, u32) {
        let word = self.word(field::CONDITION);
        (word & 0xff, word >> 8 & 0xff, word >> 16)
    }

    /// Whether the field may be absent.
    #[inline]
    pub(super) fn is_optional(self) -> bool {
        self.tests().0 != field::ALWAYS
    }

    /// Whether this is its name.
    #[inline]
    pub(super) fn is_called(self, name: &str) -> bool {
        self.word(field::NAME_LEN) as usize == name.len() && self.name() == name
    }

    #[inline]
    pub(super) fn slot(self) -> Option<u32> {
        let slot = self.word(field::SLOT);
        (slot != super::tables::NONE).then_some(slot)
    }

    /// The bits of a mask that fields declare.
    #[inline]
    pub(super) fn declared(self) -> u32 {
        self.word(field::DECLARED)
    }

    #[inline]
    pub(super) fn node(self) -> Ty<'a> {
        Ty::new(self.combinator.schema, self.word(field::TYPE))
    }
}

impl PartialEq for Combinator<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && core::ptr::eq(self.tables().words, other.tables().words)
    }
}

impl Eq for Combinator<'_> {}

impl PartialEq for Field<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.combinator == other.combinator && self.index == other.index
    }
}

impl Eq for Field<'_> {}

impl fmt::Debug for Combinator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Combinator({})", self.line())
    }
}

impl fmt::Debug for Field<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Field({})", self.line())
    }
}
