//! The one way through bytes: dump, text and JSON are made of these events.

mod frame;
mod path;
mod probe;
mod scope;
mod value;

use alloc::vec::Vec;

use self::frame::Frame;
pub(super) use self::scope::{Bound, Mark, Scope, Scopes};
use super::input::Input;
use super::tables::field;
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
    next: Next<'a>,
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
enum Next<'a> {
    /// A value of this type, and the slot that keeps it.
    Value(Bound<'a>, Option<usize>),
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
/// The id of `null`.
pub(super) const NULL: u32 = 0x5673_0bcc;

impl<'a> Events<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, bytes: &'a [u8], ty: Bound<'a>) -> Self {
        Self {
            schema,
            input: Input::new(bytes),
            stack: Vec::new(),
            scopes: Scopes::default(),
            next: Next::Value(ty, None),
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

    fn step(&mut self) -> Option<Step<'a>> {
        self.start = self.input.offset();
        loop {
            match self.next {
                Next::Value(ty, slot) => {
                    self.next = Next::Stack;
                    return Some(self.value(ty, slot));
                }
                Next::Stack => match self.stack.last_mut() {
                    Some(Frame::Fields(_)) => {
                        if let Some(event) = self.field() {
                            return Some(Ok(event));
                        }
                    }
                    Some(Frame::Elements(_)) => {
                        if let Some(event) = self.element() {
                            return Some(event);
                        }
                    }
                    Some(Frame::Object(_)) => {
                        if let Err(error) = self.end_object() {
                            return Some(Err(error));
                        }
                    }
                    None => {
                        self.next = Next::Nothing;
                        return self.input.finish().err().map(Err);
                    }
                },
                Next::Nothing => return None,
            }
        }
    }

    /// The next field of the combinator on top of the stack, or its end; none if the field is absent.
    fn field(&mut self) -> Option<Event<'a>> {
        let Some(Frame::Fields(fields)) = self.stack.last_mut() else { return None };
        if fields.next == fields.count {
            return Some(self.end());
        }
        let field = fields.combinator.field(fields.next);
        let scope = fields.scope;
        fields.next += 1;
        if !self.scopes.is_present(field, scope) {
            return None;
        }
        let slot = field.slot().map(|slot| scope.slot(slot));
        self.next = Next::Value(Bound { ty: field.node(), scope }, slot);
        Some(Event::Field(field))
    }

    fn end(&mut self) -> Event<'a> {
        let Some(Frame::Fields(fields)) = self.stack.pop() else { unreachable!("the caller looked") };
        self.scopes.leave(fields.outer);
        if fields.combinator.is_recursive() {
            self.input.leave();
        }
        Event::End(fields.combinator)
    }

    /// The next element of the list on top of the stack, or its end; none if an element follows.
    fn element(&mut self) -> Option<Step<'a>> {
        let Some(Frame::Elements(list)) = self.stack.last_mut() else { return None };
        if list.least == 0 && list.is_inside(self.input.offset()) {
            let (count, before) = (list.count, list.next - 1);
            if let Err(error) = self.input.empty_element(count, before) {
                return Some(Err(error));
            }
        }
        if list.next == list.count {
            self.input.claim(list.claimed);
            self.stack.pop();
            return Some(Ok(Event::ListEnd));
        }
        list.next += 1;
        list.start = self.input.offset();
        let after = (list.count - list.next) as usize;
        self.input.claim(list.claimed.saturating_add(after.saturating_mul(list.least)));
        self.next = Next::Value(list.element, None);
        None
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Result<Event<'a>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.step()? {
            Ok(event) => Some(Ok(event)),
            Err(error) => {
                self.next = Next::Nothing;
                Some(Err(error.at_path(self.path())))
            }
        }
    }
}

impl core::fmt::Debug for Events<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (offset, left) = (self.input.offset(), self.input.rest().len());
        f.debug_struct("Events").field("offset", &offset).field("left", &left).finish_non_exhaustive()
    }
}

/// Whether a field is an object whose length the field before it gives.
fn is_bounded(field: Field<'_>) -> bool {
    field.has(field::BOUNDED)
}
