use super::super::events::{Bound, Mark, Scope};
use super::super::ty::Nat;
use super::super::{Combinator, Field, ParseError, ParseErrorKind};

/// A value that is not finished.
pub(super) enum Level<'a> {
    Object(Object<'a>),
    List(List<'a>),
}

/// A combinator that is being written.
pub(super) struct Object<'a> {
    /// The type that it has to be of.
    pub(super) bound: Bound<'a>,
    /// Which one it is, once that is known.
    pub(super) combinator: Option<Combinator<'a>>,
    pub(super) scope: Scope,
    /// What was in scope outside.
    pub(super) outer: Option<Mark>,
    /// Where its fields start.
    pub(super) start: usize,
    /// Its first piece.
    pub(super) pieces: usize,
    /// The field after the last one, and whether all came in this order.
    pub(super) next: u32,
    pub(super) is_ordered: bool,
    /// Levels of nesting that it takes.
    pub(super) levels: u32,
}

/// A list that is being written.
pub(super) struct List<'a> {
    pub(super) element: Bound<'a>,
    pub(super) len: u32,
    /// How many there have to be.
    pub(super) count: Option<Nat<'a>>,
    pub(super) scope: Scope,
    pub(super) start: usize,
}

/// What was written of a field.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub(super) field: u32,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Only a place for what is computed.
    pub(super) is_placeholder: bool,
}

impl<'a> Object<'a> {
    pub(super) fn new(bound: Bound<'a>, pieces: usize) -> Self {
        Self {
            bound,
            combinator: None,
            scope: Scope::NONE,
            outer: None,
            start: 0,
            pieces,
            next: 0,
            is_ordered: true,
            levels: 0,
        }
    }

    pub(super) fn no_name(&self) -> ParseError {
        ParseError::new(ParseErrorKind::NoName, self.bound.ty.name())
    }

    /// The field with this name; most likely it comes soon after the last one.
    pub(super) fn field_named(&self, combinator: Combinator<'a>, name: &str) -> Option<Field<'a>> {
        let mut after = combinator.walk_from(self.next);
        after.find(|field| field.is_called(name)).or_else(|| combinator.field_named(name))
    }
}
