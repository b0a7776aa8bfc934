//! From events to any format that people read.

use alloc::string::{String, ToString};
use core::cell::RefCell;

use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::reflect::json::JsonStyle;
use crate::reflect::text::is_worth_showing;
use crate::reflect::{Combinator, Event, Events, Value, base64, print};

/// Writes the value whose events these are.
pub(super) fn value<S: Serializer>(
    events: Events<'_>,
    style: JsonStyle,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Rest { events: &RefCell::new(events), style }.serialize(serializer)
}

/// The value whose events come next.
struct Rest<'e, 'a> {
    events: &'e RefCell<Events<'a>>,
    style: JsonStyle,
}

impl<'a> Rest<'_, 'a> {
    fn next<E: serde::ser::Error>(&self) -> Result<Event<'a>, E> {
        match self.events.borrow_mut().next() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(E::custom(error)),
            None => Err(E::custom("the value ends too early")),
        }
    }

    fn combinator<S: Serializer>(
        &self,
        combinator: Combinator<'a>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.style.tag(), &text(|out| print::name(combinator, out)))?;
        while let Event::Field(field) = self.next()? {
            match field.is_hidden() {
                false => map.serialize_entry(field.name(), self)?,
                true => match self.next()? {
                    Event::Value(value) if is_worth_showing(field, value) => {
                        map.serialize_entry(field.name(), &Scalar { value, style: self.style })?;
                    }
                    _ => {}
                },
            }
        }
        map.end()
    }
}

impl Serialize for Rest<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.next()? {
            Event::Begin(combinator) => self.combinator(combinator, serializer),
            Event::List(count) => {
                let mut list = serializer.serialize_seq(Some(count as usize))?;
                for _ in 0..count {
                    list.serialize_element(self)?;
                }
                self.next::<S::Error>()?;
                list.end()
            }
            Event::Value(value) => Scalar { value, style: self.style }.serialize(serializer),
            Event::Field(_) | Event::End(_) | Event::ListEnd => Err(S::Error::custom("a value is missing")),
        }
    }
}

/// A value without parts, as [`JsonStyle`] has it.
struct Scalar<'a> {
    value: Value<'a>,
    style: JsonStyle,
}

impl Serialize for Scalar<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::Int(value) => serializer.serialize_i32(value),
            Value::Nat(value) => serializer.serialize_u32(value),
            Value::Long(value) if self.style == JsonStyle::Tdlib => {
                serializer.serialize_str(&value.to_string())
            }
            Value::Long(value) | Value::Int53(value) => serializer.serialize_i64(value),
            Value::Double(value) if value.is_finite() => serializer.serialize_f64(value),
            Value::Float(value) if value.is_finite() => serializer.serialize_f32(value),
            Value::Double(f64::INFINITY) | Value::Float(f32::INFINITY) => {
                serializer.serialize_str("Infinity")
            }
            Value::Double(f64::NEG_INFINITY) | Value::Float(f32::NEG_INFINITY) => {
                serializer.serialize_str("-Infinity")
            }
            Value::Double(_) | Value::Float(_) => {
                serializer.serialize_str(&text(|out| print::value(self.value, out)))
            }
            Value::String(value) => serializer.serialize_str(value),
            Value::Binary(bytes) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("base64", &text(|out| base64::encode(bytes, out)))?;
                map.end()
            }
            Value::Fixed(bytes) if self.style == JsonStyle::Plain => {
                serializer.serialize_str(&text(|out| print::hex(bytes, out)))
            }
            Value::Bytes(bytes) | Value::Fixed(bytes) | Value::Object(bytes) => {
                serializer.serialize_str(&text(|out| base64::encode(bytes, out)))
            }
            Value::Bool(value) => serializer.serialize_bool(value),
            Value::True => serializer.serialize_bool(true),
            Value::Null => serializer.serialize_unit(),
        }
    }
}

fn text(write: impl FnOnce(&mut String) -> core::fmt::Result) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut text);
    text
}
