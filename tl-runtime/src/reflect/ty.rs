//! Type expressions, as the tables have them.

use super::builtin::Builtin;
use super::tables::{boxed_type, header, node};
use super::{Combinator, Schema};

/// A type expression in the tables of its schema.
#[derive(Clone, Copy)]
pub(super) struct Ty<'a> {
    schema: &'a Schema<'a>,
    at: u32,
}

/// What a type expression is.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Builtin(Builtin),
    /// A boxed builtin: an id, and the builtin after it.
    WithId(u32, Ty<'a>),
    Vector {
        is_boxed: bool,
        element: Ty<'a>,
    },
    Repeat {
        count: Nat<'a>,
        element: Ty<'a>,
    },
    Boxed(BoxedType<'a>, Arguments<'a>),
    Bare(Combinator<'a>, Arguments<'a>),
    /// The index of a type parameter.
    Parameter(u32),
    /// Any combinator after its id.
    Any,
    /// All bytes to the end.
    Raw,
    /// A value after its id, or nothing.
    Nullable(Ty<'a>),
    /// What the schema that `extern` names lacks.
    Unknown(&'a str),
}

/// A natural number in a type expression.
#[derive(Clone, Copy)]
pub(super) struct Nat<'a>(Ty<'a>);

pub(super) enum NatKind<'a> {
    Number(u32),
    /// The slot of a field.
    Slot(u32),
    /// The index of a parameter.
    Parameter(u32),
    Sum(Nat<'a>, Nat<'a>),
}

/// The arguments of a template.
#[derive(Clone, Copy)]
pub(super) struct Arguments<'a> {
    schema: &'a Schema<'a>,
    first: u32,
    len: u32,
}

/// An argument of a template.
pub(super) enum Argument<'a> {
    Nat(Nat<'a>),
    Type(Ty<'a>),
}

impl<'a> Ty<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, at: u32) -> Self {
        Self { schema, at }
    }

    /// The one that reads any combinator of the schema.
    pub(super) fn any(schema: &'a Schema<'a>) -> Self {
        Self { schema, at: schema.header(header::ANY) }
    }

    #[inline]
    fn word(self, word: u32) -> u32 {
        self.schema.tables().word(self.at + word)
    }

    #[inline]
    fn part(self, word: u32) -> Self {
        Self { schema: self.schema, at: self.word(word) }
    }

    pub(super) fn schema(self) -> &'a Schema<'a> {
        self.schema
    }

    #[inline]
    pub(super) fn kind(self) -> Kind<'a> {
        let arguments = || Arguments { schema: self.schema, first: self.at + 3, len: self.word(2) };
        match self.word(0) {
            node::BUILTIN => Kind::Builtin(Builtin::ALL[self.word(1) as usize % Builtin::ALL.len()]),
            node::WITH_ID => Kind::WithId(self.word(1), self.part(2)),
            node::VECTOR => Kind::Vector { is_boxed: self.word(1) != 0, element: self.part(2) },
            node::REPEAT => Kind::Repeat { count: Nat(self.part(1)), element: self.part(2) },
            node::BOXED => Kind::Boxed(self.schema.boxed_type(self.word(1)), arguments()),
            node::BARE => Kind::Bare(self.schema.at(self.word(1)), arguments()),
            node::PARAMETER => Kind::Parameter(self.word(1)),
            node::ANY => Kind::Any,
            node::EXTERNAL => self.external(),
            node::NULLABLE => Kind::Nullable(self.part(1)),
            _ => Kind::Raw,
        }
    }

    /// What the schema that `extern` names makes of a name.
    fn external(self) -> Kind<'a> {
        let (is_boxed, name) = (self.word(1) != 0, self.schema.tables().text(self.at + 2));
        let found = self.schema.external().and_then(|external| match is_boxed {
            true => external.type_named(name).map(|ty| Kind::Boxed(ty, Arguments::none(external))),
            false => external
                .named(name, |combinator| !combinator.is_function())
                .map(|combinator| Kind::Bare(combinator, Arguments::none(external))),
        });
        found.unwrap_or(Kind::Unknown(name))
    }

    /// The index of the type parameter that this is.
    pub(super) fn as_parameter(self) -> Option<u32> {
        match self.kind() {
            Kind::Parameter(index) => Some(index),
            _ => None,
        }
    }

    /// What an error calls the type.
    pub(super) fn name(self) -> &'a str {
        match self.kind() {
            Kind::Builtin(builtin) => builtin.name(),
            Kind::WithId(id, _) => boxed_builtin(id),
            Kind::Vector { is_boxed: true, .. } => "Vector",
            Kind::Vector { is_boxed: false, .. } => "vector",
            Kind::Repeat { .. } => "a repetition",
            Kind::Boxed(ty, _) => ty.name(),
            Kind::Bare(combinator, _) => combinator.name(),
            Kind::Parameter(_) | Kind::Any | Kind::Raw => "Object",
            Kind::Nullable(inner) => inner.name(),
            Kind::Unknown(name) => name,
        }
    }

    /// The fewest bytes that a value takes.
    pub(super) fn least(self) -> usize {
        match self.kind() {
            Kind::Builtin(builtin) => builtin.least(),
            Kind::WithId(_, inner) => 4 + inner.least(),
            Kind::Vector { is_boxed: true, .. } => 8,
            Kind::Vector { is_boxed: false, .. } => 4,
            Kind::Repeat { count, element } => count.least().saturating_mul(element.least()),
            Kind::Boxed(ty, _) => ty.least(),
            Kind::Bare(combinator, _) => combinator.least(),
            Kind::Any | Kind::Raw | Kind::Nullable(_) => 4,
            Kind::Parameter(_) | Kind::Unknown(_) => 0,
        }
    }
}

/// What an error calls a boxed builtin; the ids are those of the usual lines.
fn boxed_builtin(id: u32) -> &'static str {
    match id {
        0xa850_9bda => "Int",
        0x2207_6cba => "Long",
        0x2210_c154 => "Double",
        0xb528_6e24 => "String",
        _ => "a boxed builtin",
    }
}

impl<'a> Nat<'a> {
    pub(super) fn kind(self) -> NatKind<'a> {
        let Nat(node) = self;
        match node.word(0) {
            node::SLOT => NatKind::Slot(node.word(1)),
            node::NUMBER_PARAMETER => NatKind::Parameter(node.word(1)),
            node::SUM => NatKind::Sum(Nat(node.part(1)), Nat(node.part(2))),
            _ => NatKind::Number(node.word(1)),
        }
    }

    /// Whether it depends on nothing.
    pub(super) fn is_constant(self) -> bool {
        match self.kind() {
            NatKind::Number(_) => true,
            NatKind::Slot(_) | NatKind::Parameter(_) => false,
            NatKind::Sum(left, right) => left.is_constant() && right.is_constant(),
        }
    }

    /// The least that it can be.
    fn least(self) -> usize {
        match self.kind() {
            NatKind::Number(number) => number as usize,
            NatKind::Slot(_) | NatKind::Parameter(_) | NatKind::Sum(..) => 0,
        }
    }
}

impl<'a> Arguments<'a> {
    pub(super) fn none(schema: &'a Schema<'a>) -> Self {
        Self { schema, first: 0, len: 0 }
    }

    pub(super) fn iter(self) -> impl ExactSizeIterator<Item = Argument<'a>> {
        (0..self.len).map(move |index| {
            let node = Ty::new(self.schema, self.schema.tables().word(self.first + index));
            match node.word(0) {
                node::NUMBER | node::SLOT | node::NUMBER_PARAMETER | node::SUM => Argument::Nat(Nat(node)),
                _ => Argument::Type(node),
            }
        })
    }
}

/// A boxed type: what stands on the right of `=` in the lines of its constructors.
#[derive(Clone, Copy)]
pub(super) struct BoxedType<'a> {
    schema: &'a Schema<'a>,
    at: u32,
}

impl<'a> BoxedType<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, at: u32) -> Self {
        Self { schema, at }
    }

    #[inline]
    fn word(self, word: u32) -> u32 {
        self.schema.tables().word(self.at + word)
    }

    pub(super) fn name(self) -> &'a str {
        self.schema.tables().text(self.at + boxed_type::NAME)
    }

    /// What decode expects: the only constructor, or the type.
    pub(super) fn expected(self) -> &'a str {
        let mut constructors = self.constructors();
        match (constructors.next(), constructors.next()) {
            (Some(only), None) => only.name(),
            _ => self.name(),
        }
    }

    /// The fewest bytes that a value takes, with its id.
    pub(super) fn least(self) -> usize {
        self.word(boxed_type::LEAST) as usize
    }

    pub(super) fn constructors(self) -> impl ExactSizeIterator<Item = Combinator<'a>> {
        let first = self.schema.header(header::LISTS) + self.word(boxed_type::CONSTRUCTORS);
        let count = self.word(boxed_type::CONSTRUCTOR_COUNT);
        (first..first + count).map(move |at| self.schema.at(self.schema.tables().word(at)))
    }

    /// The constructor with this id.
    #[inline]
    pub(super) fn constructor(self, id: u32) -> Option<Combinator<'a>> {
        let first = self.schema.header(header::LISTS) + self.word(boxed_type::CONSTRUCTORS);
        let (mut low, mut high) = (0, self.word(boxed_type::CONSTRUCTOR_COUNT));
        while low < high {
            let middle = low + (high - low) / 2;
            let candidate = self.schema.at(self.schema.tables().word(first + middle));
            match candidate.id() {
                found if found == id => return Some(candidate),
                found if found < id => low = middle + 1,
                _ => high = middle,
            }
        }
        None
    }
}
