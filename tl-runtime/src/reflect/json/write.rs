//! From events to JSON; the mirror image of `read.rs`.

use alloc::string::String;
use core::fmt::{self, Write};

use super::super::text::is_worth_showing;
use super::super::{Event, Events, Field, ReadError, Value, base64, print};
use super::{Envelope, JsonStyle};

pub(super) fn to_string(
    events: Events<'_>,
    style: JsonStyle,
    envelope: Envelope<'_>,
) -> Result<String, ReadError> {
    // Names of fields take more room than their values.
    let mut out = String::with_capacity(2 * events.remaining().len());
    let mut writer = Writer { out: &mut out, style, needs_comma: false, hidden: None };
    let mut is_outermost = true;
    // Writing to a string cannot fail.
    let _ = events.write(|event, _| {
        writer.event(event)?;
        match core::mem::take(&mut is_outermost) && matches!(event, Event::Begin(_)) {
            true => writer.envelope(envelope),
            false => Ok(()),
        }
    })?;
    Ok(out)
}

struct Writer<'w, 'a, W> {
    out: &'w mut W,
    style: JsonStyle,
    /// Something precedes at this level.
    needs_comma: bool,
    /// A field that is computed from others, whose value follows.
    hidden: Option<Field<'a>>,
}

impl<'a, W: Write> Writer<'_, 'a, W> {
    fn event(&mut self, event: &Event<'a>) -> fmt::Result {
        if let Some(field) = self.hidden.take() {
            return match *event {
                Event::Value(value) if is_worth_showing(field, value) => {
                    self.key(field.name())?;
                    self.value(value)
                }
                _ => Ok(()),
            };
        }
        match *event {
            Event::Begin(combinator) => {
                self.comma()?;
                self.out.write_str("{\"")?;
                self.out.write_str(self.style.tag())?;
                self.out.write_str("\":\"")?;
                print::name(combinator, self.out)?;
                self.out.write_char('"')?;
                self.needs_comma = true;
                Ok(())
            }
            Event::Field(field) if field.is_hidden() => {
                self.hidden = Some(field);
                Ok(())
            }
            Event::Field(field) => self.key(field.name()),
            Event::List(_) => {
                self.comma()?;
                self.needs_comma = false;
                self.out.write_char('[')
            }
            Event::End(_) => self.close('}'),
            Event::ListEnd => self.close(']'),
            Event::Value(value) => self.value(value),
        }
    }

    fn comma(&mut self) -> fmt::Result {
        match core::mem::take(&mut self.needs_comma) {
            true => self.out.write_char(','),
            false => Ok(()),
        }
    }

    fn key(&mut self, key: &str) -> fmt::Result {
        self.comma()?;
        self.out.write_char('"')?;
        self.out.write_str(key)?;
        self.out.write_str("\":")
    }

    fn close(&mut self, end: char) -> fmt::Result {
        self.needs_comma = true;
        self.out.write_char(end)
    }

    fn value(&mut self, value: Value<'_>) -> fmt::Result {
        self.comma()?;
        self.needs_comma = true;
        match value {
            Value::Long(value) if self.style == JsonStyle::Tdlib => {
                self.out.write_char('"')?;
                print::integer(value, self.out)?;
                self.out.write_char('"')
            }
            Value::Double(value) => {
                self.real(value.is_finite(), value.is_infinite(), value > 0.0, Value::Double(value))
            }
            Value::Float(value) => {
                self.real(value.is_finite(), value.is_infinite(), value > 0.0, Value::Float(value))
            }
            Value::String(text) => print::quoted(text, self.out),
            Value::Binary(bytes) => {
                self.out.write_str("{\"base64\":")?;
                self.base64(bytes)?;
                self.out.write_char('}')
            }
            Value::Fixed(bytes) if self.style == JsonStyle::Plain => {
                self.out.write_char('"')?;
                print::hex(bytes, self.out)?;
                self.out.write_char('"')
            }
            Value::Bytes(bytes) | Value::Object(bytes) | Value::Fixed(bytes) => self.base64(bytes),
            Value::Int(_) | Value::Long(_) | Value::Int53(_) | Value::Nat(_) => print::value(value, self.out),
            Value::Bool(_) | Value::True | Value::Null => print::value(value, self.out),
        }
    }

    /// JSON has no numbers but finite ones.
    fn real(
        &mut self,
        is_finite: bool,
        is_infinite: bool,
        is_positive: bool,
        value: Value<'_>,
    ) -> fmt::Result {
        if is_finite {
            return print::value(value, self.out);
        }
        match (is_infinite, is_positive) {
            (true, true) => self.out.write_str("\"Infinity\""),
            (true, false) => self.out.write_str("\"-Infinity\""),
            (false, _) => {
                self.out.write_char('"')?;
                print::value(value, self.out)?;
                self.out.write_char('"')
            }
        }
    }

    fn base64(&mut self, bytes: &[u8]) -> fmt::Result {
        self.out.write_char('"')?;
        base64::encode(bytes, self.out)?;
        self.out.write_char('"')
    }

    fn envelope(&mut self, envelope: Envelope<'_>) -> fmt::Result {
        if let Some(extra) = envelope.extra {
            self.key("@extra")?;
            self.out.write_str(extra)?;
            self.needs_comma = true;
        }
        if let Some(client_id) = envelope.client_id {
            self.key("@client_id")?;
            print::integer(client_id.into(), self.out)?;
            self.needs_comma = true;
        }
        Ok(())
    }
}
