//! The beginning of a value; the mirror image of `build/open.rs`, `list.rs` and `convert.rs`.

use super::super::builtin::Builtin;
use super::super::ty::{Arguments, Kind, NatKind, Ty};
use super::super::{Combinator, ReadError, Value};
use super::frame::{Elements, Frame, Record};
use super::{Bound, Event, Events, FALSE, NULL, Scope, Step, TRUE, VECTOR};
use crate::DecodeErrorKind;

impl<'a> Events<'a> {
    /// Reads the beginning of a value, or all of one without parts.
    pub(super) fn value(&mut self, Bound { ty, scope }: Bound<'a>, slot: Option<u32>) -> Step<'a> {
        match ty.kind() {
            Kind::Builtin(builtin) => self.builtin(builtin, slot),
            Kind::WithId(id, inner) => {
                self.input.expect_id(id, ty.name())?;
                self.value(Bound { ty: inner, scope }, slot)
            }
            Kind::Vector { is_boxed, element } => {
                if is_boxed {
                    self.input.expect_id(VECTOR, "Vector")?;
                }
                let least = element.least();
                let count = self.input.count(least)?;
                Ok(self.list(count, Bound { ty: element, scope }, least))
            }
            Kind::Repeat { count, element } => {
                let least = element.least();
                let is_number = matches!(count.kind(), NatKind::Number(_));
                let count = self.scopes.number(count, scope);
                if !is_number {
                    self.input.counted(count, least).map_err(|kind| self.input.error(kind))?;
                }
                Ok(self.list(count, Bound { ty: element, scope }, least))
            }
            Kind::Boxed(boxed, arguments) => {
                let id = self.input.u32()?;
                match boxed.constructor(id) {
                    Some(constructor) => self.begin(constructor, arguments, scope),
                    None => Err(self.input.unknown_id(id, boxed.expected())),
                }
            }
            Kind::Bare(combinator, arguments) => self.begin(combinator, arguments, scope),
            Kind::Parameter(index) => match self.scopes.parameter(index, scope) {
                Some(bound) => self.value(bound, slot),
                None => self.any(ty),
            },
            Kind::Any => self.any(ty),
            Kind::Raw => self.object(ty),
            Kind::Nullable(inner) => self.nullable(inner, scope, slot),
            Kind::Unknown(name) => Err(self.unknown(name)),
        }
    }

    /// Nothing is known of a type but its name.
    fn unknown(&self, name: &str) -> ReadError {
        let id = self.input.rest().first_chunk().map_or(0, |id| u32::from_le_bytes(*id));
        ReadError::new(DecodeErrorKind::UnknownId { id }, self.input.offset(), Some(name))
    }

    fn builtin(&mut self, builtin: Builtin, slot: Option<u32>) -> Step<'a> {
        let name = builtin.name();
        let input = &mut self.input;
        Ok(Event::Value(match builtin {
            Builtin::Int => {
                let value = i32::from_le_bytes(input.array(name)?);
                self.scopes.keep(slot, value as u32);
                Value::Int(value)
            }
            Builtin::Nat => {
                let value = match slot {
                    Some(_) => input.u32()?,
                    None => u32::from_le_bytes(input.array(name)?),
                };
                self.scopes.keep(slot, value);
                Value::Nat(value)
            }
            Builtin::Long => Value::Long(i64::from_le_bytes(input.array(name)?)),
            Builtin::Int53 => Value::Int53(i64::from_le_bytes(input.array("long")?)),
            Builtin::Double => Value::Double(f64::from_le_bytes(input.array(name)?)),
            Builtin::Float => Value::Float(f32::from_le_bytes(input.array(name)?)),
            Builtin::String => return self.string(),
            Builtin::Bytes => Value::Bytes(input.string(name)?),
            Builtin::Bool => match input.u32()? {
                TRUE => Value::Bool(true),
                FALSE => Value::Bool(false),
                id => return Err(input.unknown_id(id, name)),
            },
            Builtin::True => Value::True,
            Builtin::Int128 | Builtin::Int256 | Builtin::Int512 => {
                Value::Fixed(input.take(builtin.least(), Some(name))?)
            }
        }))
    }

    fn string(&mut self) -> Step<'a> {
        let start = self.input.offset();
        let data = self.input.string("string")?;
        match str::from_utf8(data) {
            Ok(text) => Ok(Event::Value(Value::String(text))),
            Err(_) if self.schema.takes_any_string() => Ok(Event::Value(Value::Binary(data))),
            Err(error) => Err(ReadError::new(DecodeErrorKind::InvalidUtf8(error), start, Some("string"))),
        }
    }

    fn list(&mut self, count: u32, element: Bound<'a>, least: usize) -> Event<'a> {
        let claimed = self.input.claimed();
        self.stack.push(Frame::Elements(Elements { element, next: 0, count, least, claimed, start: 0 }));
        Event::List(count)
    }

    fn begin(&mut self, combinator: Combinator<'a>, arguments: Arguments<'a>, scope: Scope) -> Step<'a> {
        if combinator.is_recursive() {
            self.input.enter()?;
        }
        let outer = self.scopes.mark();
        let scope = self.scopes.enter(combinator, arguments, scope);
        self.stack.push(Frame::Fields(Record { fields: combinator.walk(), scope, outer }));
        Ok(Event::Begin(combinator))
    }

    /// Any combinator of the schema, after its id.
    pub(super) fn any(&mut self, ty: Ty<'a>) -> Step<'a> {
        match self.input.u32()? {
            TRUE => Ok(Event::Value(Value::Bool(true))),
            FALSE => Ok(Event::Value(Value::Bool(false))),
            id => match ty.schema().combinator(id).or_else(|| self.schema.combinator(id)) {
                Some(combinator) => self.begin(combinator, Arguments::none(ty.schema()), Scope::NONE),
                None => Err(self.input.unknown_id(id, "Object")),
            },
        }
    }

    fn nullable(&mut self, inner: Ty<'a>, scope: Scope, slot: Option<u32>) -> Step<'a> {
        if self.input.rest().first_chunk() == Some(&NULL.to_le_bytes()) {
            self.input.u32()?;
            return Ok(Event::Value(Value::Null));
        }
        if let Kind::Bare(combinator, _) = inner.kind() {
            self.input.expect_id(combinator.id(), combinator.name())?;
        }
        self.value(Bound { ty: inner, scope }, slot)
    }
}
