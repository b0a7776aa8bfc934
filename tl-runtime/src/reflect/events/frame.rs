use super::super::combinator::Fields;
use super::super::input::Outside;
use super::scope::{Bound, Mark, Scope};

/// A level of nesting.
pub(super) enum Frame<'a> {
    Fields(Record<'a>),
    Elements(Elements<'a>),
    /// An unread object that is looked into.
    Object(Object),
}

/// A combinator that is being read.
pub(super) struct Record<'a> {
    /// Those to come.
    pub(super) fields: Fields<'a>,
    pub(super) scope: Scope,
    /// What was in scope outside.
    pub(super) outer: Mark,
}

/// A list that is being read.
pub(super) struct Elements<'a> {
    pub(super) element: Bound<'a>,
    /// The index of the element to come.
    pub(super) next: u32,
    pub(super) count: u32,
    /// The fewest bytes of an element.
    pub(super) least: usize,
    /// What was claimed outside.
    pub(super) claimed: usize,
    /// Where the last element starts.
    pub(super) start: usize,
}

/// An unread object.
pub(super) struct Object {
    pub(super) start: usize,
    pub(super) outside: Outside,
    /// What was in scope outside.
    pub(super) outer: Mark,
}

impl Elements<'_> {
    /// Whether an element was read that took no bytes.
    pub(super) fn is_inside(&self, offset: usize) -> bool {
        self.next > 0 && self.start == offset
    }
}
