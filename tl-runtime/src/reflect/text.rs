//! TL as documentation prints it: `(auth.sendCall phone_number:"79991234567" phone_code_hash:"2dc02d2cda9e615c84")`.

use core::fmt::{self, Write};

use super::tables::field;
use super::{Call, Event, Events, Field, Schema, Value, print};

/// Bytes as text, made by [`Schema::text`].
///
/// `{:#}` takes a line for each field. Where decode would fail the text ends with `…` and the error.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    schema: &'a Schema<'a>,
    /// The bytes are the answer to this call.
    call: Option<Call<'a>>,
    bytes: &'a [u8],
}

impl<'a> Text<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, call: Option<Call<'a>>, bytes: &'a [u8]) -> Self {
        Self { schema, call, bytes }
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_pretty = f.alternate();
        let events = match self.call {
            None => Ok(self.schema.events(self.bytes)),
            Some(call) => self.schema.answer_events(call, self.bytes),
        };
        match events {
            Ok(events) => Printer { out: f, is_pretty, depth: 0, is_first: true }.all(events),
            Err(error) => error.fmt(f),
        }
    }
}

struct Printer<'w, W> {
    out: &'w mut W,
    is_pretty: bool,
    depth: usize,
    /// Nothing was written at this level.
    is_first: bool,
}

/// Indentation ends there: at any depth a line stays short.
const MAX_INDENT: usize = 32;

impl<W: Write> Printer<'_, W> {
    fn all(&mut self, events: Events<'_>) -> fmt::Result {
        let mut hidden = None;
        let mut follows_field = false;
        match events.write(|event, _| self.event(event, &mut hidden, &mut follows_field)) {
            Ok(written) => written,
            Err(error) => write!(self.out, " … {error}"),
        }
    }

    fn event<'a>(
        &mut self,
        event: &Event<'a>,
        hidden: &mut Option<Field<'a>>,
        follows_field: &mut bool,
    ) -> fmt::Result {
        if let Some(field) = hidden.take() {
            return match *event {
                Event::Value(value) if is_worth_showing(field, value) => {
                    self.separate()?;
                    self.name(field)?;
                    print::value(value, self.out)
                }
                _ => Ok(()),
            };
        }
        let is_item = !matches!(event, Event::End(_) | Event::ListEnd);
        if is_item && !core::mem::take(follows_field) {
            match *event {
                Event::Field(field) if field.is_hidden() => {}
                _ => self.separate()?,
            }
        }
        match *event {
            Event::Begin(combinator) => {
                self.out.write_char('(')?;
                print::name(combinator, self.out)?;
                self.depth += 1;
                Ok(())
            }
            Event::Field(field) if field.is_hidden() => {
                *hidden = Some(field);
                Ok(())
            }
            Event::Field(field) => {
                *follows_field = true;
                self.name(field)
            }
            Event::List(_) => {
                self.out.write_char('[')?;
                self.depth += 1;
                self.is_first = !self.is_pretty;
                Ok(())
            }
            Event::End(_) => self.close(')'),
            Event::ListEnd => self.close(']'),
            Event::Value(value) => print::value(value, self.out),
        }
    }

    fn close(&mut self, end: char) -> fmt::Result {
        self.depth = self.depth.saturating_sub(1);
        self.is_first = false;
        self.out.write_char(end)
    }

    /// What comes between two items.
    fn separate(&mut self) -> fmt::Result {
        if core::mem::take(&mut self.is_first) {
            return Ok(());
        }
        if !self.is_pretty {
            return self.out.write_char(' ');
        }
        self.out.write_char('\n')?;
        (0..self.depth.min(MAX_INDENT)).try_for_each(|_| self.out.write_str("  "))
    }

    fn name(&mut self, field: Field<'_>) -> fmt::Result {
        self.out.write_str(field.name())?;
        self.out.write_char(':')
    }
}

/// Whether the value of a field that is computed from others says more than they do: bits that the schema does not
/// declare, or a mask without bits that need not be there.
pub(super) fn is_worth_showing(field: Field<'_>, value: Value<'_>) -> bool {
    match value {
        Value::Nat(mask) if field.has(field::MASK) => {
            mask & !field.declared() != 0 || mask == 0 && field.is_optional()
        }
        _ => false,
    }
}
