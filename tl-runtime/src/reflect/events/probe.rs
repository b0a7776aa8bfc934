//! Unread objects (`Object`): opened if the schema explains all of their bytes.
//!
//! Whether it does is found out before the first event of the object, once for an object and for those inside of it.

use super::frame::{Frame, Object};
use super::scope::Root;
use super::{Event, Events, Next, Step};
use crate::limits::ID_SIZE;
use crate::reflect::tables::field;
use crate::reflect::ty::Ty;
use crate::reflect::{ReadError, Value};

impl<'a> Events<'a> {
    /// All bytes to the end, or as many as the field before them says.
    pub(super) fn object(&mut self, ty: Ty<'a>) -> Step<'a> {
        let start = self.input.offset();
        let outside = match self.length() {
            Some(length) => self.input.bound(length)?,
            None => self.input.outside(),
        };
        if self.input.rest().len() < ID_SIZE {
            return Err(self.input.u32().err().unwrap_or_else(|| unreachable!("there are not enough bytes")));
        }
        let is_open = self.opens(ty, start) && self.input.enter().is_ok();
        if !is_open {
            let bytes = self.input.rest();
            self.input.unbound(outside);
            // Too deep for the probe is too deep.
            if self.is_probe {
                self.opaque.push(start);
            }
            return Ok(Event::Value(Value::Object(bytes)));
        }
        let outer = self.scopes.mark();
        self.stack.push(Frame::Object(Object { start, outside, outer }));
        match self.any(ty) {
            Err(_) if self.is_probe => self.close(),
            step => step,
        }
    }

    /// The length of an object that the field before it gives.
    fn length(&self) -> Option<i32> {
        let Some(Frame::Fields(object)) = self.stack.last() else { return None };
        let body = object.fields.previous().filter(|body| body.has(field::BOUNDED))?;
        let length = body.combinator().field(body.index().checked_sub(1)?);
        debug_assert!(length.has(field::LENGTH), "tables say which field is the length");
        Some(self.scopes.kept(object.scope.slot(length.slot()?)) as i32)
    }

    fn opens(&mut self, ty: Ty<'a>, start: usize) -> bool {
        if self.is_probe {
            return true;
        }
        if start >= self.probed {
            self.probe(ty);
        }
        self.opaque.binary_search(&start).is_err()
    }

    /// Reads the object without a word. What cannot be opened is noted down.
    fn probe(&mut self, ty: Ty<'a>) {
        let mut probe = Events::of(self.schema, self.input.strictly(), Root::of(ty));
        probe.is_probe = true;
        loop {
            match probe.step() {
                Some(Ok(_)) => {}
                Some(Err(_)) => {
                    if probe.close().is_err() {
                        break;
                    }
                }
                None => break,
            }
        }
        self.probed = self.input.offset() + self.input.rest().len();
        probe.opaque.sort_unstable();
        self.opaque = probe.opaque;
    }

    /// Gives up on the innermost object that is open.
    fn close(&mut self) -> Step<'a> {
        while let Some(frame) = self.stack.pop() {
            if let Frame::Object(object) = frame {
                self.opaque.push(object.start);
                self.scopes.leave(object.outer);
                self.input.unbound(object.outside);
                self.next = Next::Stack;
                return Ok(Event::Value(Value::Null));
            }
        }
        self.next = Next::Nothing;
        Err(self.input.unknown_id(0, "Object"))
    }

    /// The object on top of the stack has been read, and must have no bytes left.
    pub(super) fn end_object(&mut self) -> Result<(), ReadError> {
        self.input.finish()?;
        if let Some(Frame::Object(object)) = self.stack.pop() {
            self.input.unbound(object.outside);
        }
        Ok(())
    }
}
