//! The one way through bytes: dump, text and JSON are made of these events.

mod frame;
mod path;
mod probe;
mod scope;
mod value;

use alloc::vec::Vec;
use core::fmt;

use self::frame::Frame;
pub(super) use self::scope::{Bound, Mark, Root, Scope, Scopes};
use super::input::Input;
use super::{Combinator, Field, ReadError, Schema, Value};

/// What comes next in bytes that are read by a [`Schema`].
///
/// A value is a [`Value`](Event::Value), or a combinator with its fields, or a list with its elements. Fields that are
/// absent are left out.
#[non_exhaustive]
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Event<'a> {
    /// A combinator begins: its fields follow.
    Begin(Combinator<'a>),
    /// The combinator ends.
    End(Combinator<'a>),
    /// A field; its value follows.
    Field(Field<'a>),
    /// A list of so many elements begins: a vector or a repetition.
    List(u32),
    /// The list ends.
    ListEnd,
    /// A value without parts.
    Value(Value<'a>),
}

/// The events in some bytes, made by [`Schema::events`].
///
/// It keeps its own stack: nesting is limited as in decode, and nothing recurses.
pub struct Events<'a> {
    schema: &'a Schema<'a>,
    input: Input<'a>,
    stack: Vec<Frame<'a>>,
    scopes: Scopes<'a>,
    /// The type of the whole value.
    first: Bound<'a>,
    next: Next,
    /// Where the last event starts.
    start: usize,
    /// Offsets of unread objects that the schema does not explain.
    opaque: Vec<usize>,
    /// Unread objects before this offset have been looked into.
    probed: usize,
    /// This is how that is found out.
    is_probe: bool,
}

/// What is read next.
#[derive(Clone, Copy)]
enum Next {
    /// The whole value.
    First,
    /// The value of the field that was last on top of the stack.
    Value,
    /// What follows on the stack.
    Stack,
    /// Nothing: all has been read, or there was an error.
    Nothing,
}

type Step<'a> = Result<Event<'a>, ReadError>;

/// The id of `vector`.
pub(super) const VECTOR: u32 = 0x1cb5_c415;
/// The ids of `boolTrue` and `boolFalse`.
pub(super) const TRUE: u32 = 0x9972_75b5;
pub(super) const FALSE: u32 = 0xbc79_9737;
pub(super) use crate::form::NULL;

impl<'a> Events<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, bytes: &'a [u8], root: Root<'a>) -> Self {
        Self::of(schema, Input::new(bytes), root)
    }

    fn of(schema: &'a Schema<'a>, input: Input<'a>, root: Root<'a>) -> Self {
        Self {
            schema,
            input,
            stack: Vec::new(),
            scopes: root.scopes,
            first: root.ty,
            next: Next::First,
            start: 0,
            opaque: Vec::new(),
            probed: 0,
            is_probe: false,
        }
    }

    /// The same events with another limit on nested combinators; the default is that of
    /// [`Reader`](crate::Reader::DEFAULT_MAX_DEPTH).
    #[must_use]
    pub fn with_max_depth(mut self, levels: u32) -> Self {
        self.input.set_max_depth(levels);
        self
    }

    /// Where the last event starts, in bytes.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.start
    }

    /// The bytes of the last event: ids, counts, and the value itself.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.input.since(self.start)
    }

    /// The bytes that have not been read.
    #[must_use]
    pub fn remaining(&self) -> &'a [u8] {
        self.input.rest()
    }

    /// Writes all events by `write`; stops where that fails.
    ///
    /// Each event stays where it was made: moving them takes longer than making them.
    pub(super) fn write(
        mut self,
        mut write: impl FnMut(&Event<'a>, &Self) -> fmt::Result,
    ) -> Result<fmt::Result, ReadError> {
        loop {
            match &self.step() {
                Some(Ok(event)) => {
                    if let Err(error) = write(event, &self) {
                        return Ok(Err(error));
                    }
                }
                Some(Err(error)) => return Err(self.failed(error.clone())),
                None => return Ok(Ok(())),
            }
        }
    }

    /// The next event; an error lacks its path.
    fn step(&mut self) -> Option<Step<'a>> {
        self.start = self.input.offset();
        loop {
            let (bound, slot) = match self.next {
                Next::First => (self.first, None),
                Next::Value => self.field_value(),
                Next::Stack => match self.stack.last() {
                    Some(Frame::Fields(_)) => return Some(Ok(self.field())),
                    Some(Frame::Elements(_)) => match self.element() {
                        Ok(Some(element)) => (element, None),
                        Ok(None) => return Some(Ok(Event::ListEnd)),
                        Err(error) => return Some(Err(error)),
                    },
                    Some(Frame::Object(_)) => {
                        if let Err(error) = self.end_object() {
                            return Some(Err(error));
                        }
                        continue;
                    }
                    None => {
                        self.next = Next::Nothing;
                        return self.input.finish().err().map(Err);
                    }
                },
                Next::Nothing => return None,
            };
            self.next = Next::Stack;
            return Some(self.value(bound, slot));
        }
    }

    /// The next field of the combinator on top of the stack that is there, or the combinator's end.
    fn field(&mut self) -> Event<'a> {
        let Some(Frame::Fields(object)) = self.stack.last_mut() else { unreachable!("the caller looked") };
        let scope = object.scope;
        match object.fields.find(|field| self.scopes.is_present(*field, scope)) {
            Some(field) => {
                self.next = Next::Value;
                Event::Field(field)
            }
            None => self.end(),
        }
    }

    fn field_value(&self) -> (Bound<'a>, Option<u32>) {
        let Some(Frame::Fields(object)) = self.stack.last() else { unreachable!("a field is there") };
        let scope = object.scope;
        let Some(field) = object.fields.previous() else { unreachable!("a field is there") };
        let slot = field.slot().map(|slot| scope.slot(slot));
        (Bound { ty: field.node(), scope }, slot)
    }

    fn end(&mut self) -> Event<'a> {
        let Some(Frame::Fields(object)) = self.stack.pop() else { unreachable!("the caller looked") };
        self.scopes.leave(object.outer);
        let combinator = object.fields.combinator();
        if combinator.is_recursive() {
            self.input.leave();
        }
        Event::End(combinator)
    }

    /// The next element of the list on top of the stack, or the list's end.
    fn element(&mut self) -> Result<Option<Bound<'a>>, ReadError> {
        let Some(Frame::Elements(list)) = self.stack.last_mut() else { unreachable!("the caller looked") };
        if list.least == 0 && list.is_inside(self.input.offset()) {
            self.input.empty_element(list.count, list.next - 1)?;
        }
        if list.next == list.count {
            self.input.claim(list.claimed);
            self.stack.pop();
            return Ok(None);
        }
        list.next += 1;
        list.start = self.input.offset();
        let after = (list.count - list.next) as usize;
        self.input.claim(list.claimed.saturating_add(after.saturating_mul(list.least)));
        Ok(Some(list.element))
    }

    /// Ends at an error, and says where that is.
    #[cold]
    fn failed(&mut self, error: ReadError) -> ReadError {
        self.next = Next::Nothing;
        error.at_path(self.path())
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Result<Event<'a>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step().map(|step| step.map_err(|error| self.failed(error)))
    }
}

impl fmt::Debug for Events<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (offset, left) = (self.input.offset(), self.input.rest().len());
        f.debug_struct("Events").field("offset", &offset).field("left", &left).finish_non_exhaustive()
    }
}
