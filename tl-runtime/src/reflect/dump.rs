//! Each word of a message with its offset, its place in the message, and what it means.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use super::tables::field;
use super::{Event, Events, Field, ReadError, Schema, Value, print};

/// Bytes as a person reads them, made by [`Schema::dump`].
///
/// A line has the offset in bytes, up to two words in hexadecimal, and what they are, indented by nesting. Long strings
/// and bytes are shortened; `{:#}` shows all of them. Where decode would fail the dump says so, and shows the rest as
/// bytes.
#[derive(Clone, Copy, Debug)]
pub struct Dump<'a> {
    schema: &'a Schema<'a>,
    /// The bytes are the answer to the function with this id.
    function: Option<u32>,
    bytes: &'a [u8],
}

impl<'a> Dump<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, function: Option<u32>, bytes: &'a [u8]) -> Self {
        Self { schema, function, bytes }
    }
}

impl fmt::Display for Dump<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let events = match self.function {
            None => Some(self.schema.events(self.bytes)),
            Some(function) => self.schema.answer_events(function, self.bytes),
        };
        let digits = self.bytes.len().max(1000).ilog10() as usize + 1;
        let is_full = f.alternate();
        let printer =
            Printer { out: f, line: String::new(), digits, is_full, levels: Vec::new(), field: None };
        match events {
            Some(events) => printer.all(events, self.bytes),
            None => printer.out.write_str("no such function\n"),
        }
    }
}

struct Printer<'a, 'w, 'f> {
    out: &'w mut fmt::Formatter<'f>,
    /// The line that is being made.
    line: String,
    /// Digits of an offset.
    digits: usize,
    is_full: bool,
    /// The levels of nesting; for a list the index of the next element.
    levels: Vec<Option<u32>>,
    /// The field whose value follows.
    field: Option<Field<'a>>,
}

/// Bytes of a line that are shown in hexadecimal, and the columns that they take.
const SHOWN: usize = 8;
const COLUMNS: usize = 18;
/// Bytes, and characters of a string, that are shown of a long one.
const SHORT: usize = 48;
/// Indentation ends there: at any depth a line fits a screen.
const MAX_INDENT: usize = 32;

impl<'a> Printer<'a, '_, '_> {
    fn all(mut self, mut events: Events<'a>, bytes: &'a [u8]) -> fmt::Result {
        while let Some(event) = events.next() {
            match event {
                Ok(event) => self.event(event, events.offset(), events.bytes())?,
                Err(error) => return self.failed(&error, bytes),
            }
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'a>, offset: usize, bytes: &[u8]) -> fmt::Result {
        match event {
            Event::Field(field) => {
                self.field = Some(field);
                return Ok(());
            }
            Event::End(_) | Event::ListEnd => {
                self.levels.pop();
                return Ok(());
            }
            // It is named in the line of its mask.
            Event::Value(Value::True) if self.field.is_some_and(|field| field.has(field::BIT)) => {
                self.field = None;
                return Ok(());
            }
            Event::Begin(_) | Event::List(_) | Event::Value(_) => {}
        }
        self.begin_line(offset, bytes);
        let field = self.label();
        match event {
            Event::Begin(combinator) => {
                self.line.push_str(combinator.name());
                self.levels.push(None);
            }
            Event::List(count) => {
                let _ = write!(self.line, "{count} {}", if count == 1 { "element" } else { "elements" });
                self.levels.push(Some(0));
            }
            Event::Value(value) => self.value(value, field),
            Event::Field(_) | Event::End(_) | Event::ListEnd => {}
        }
        self.end_line()
    }

    /// Offset and words.
    fn begin_line(&mut self, offset: usize, bytes: &[u8]) {
        let digits = offset.max(1).ilog10() as usize + 1;
        self.pad(self.digits.saturating_sub(digits));
        // Writing to a string cannot fail.
        let _ = print::integer(offset as i64, &mut self.line);
        self.line.push_str("  ");
        let start = self.line.len();
        for (index, word) in bytes[..bytes.len().min(SHOWN)].chunks(4).enumerate() {
            if index > 0 {
                self.line.push(' ');
            }
            let _ = print::hex(word, &mut self.line);
        }
        let mut columns = self.line.len() - start;
        if bytes.len() > SHOWN {
            self.line.push('…');
            columns += 1;
        }
        self.pad(COLUMNS + 1 - columns.min(COLUMNS));
        self.pad(2 * self.levels.len().min(MAX_INDENT));
    }

    fn pad(&mut self, columns: usize) {
        const SPACES: &str =
            "                                                                                ";
        self.line.push_str(&SPACES[..columns.min(SPACES.len())]);
    }

    /// The field with its type, or the index of an element.
    fn label(&mut self) -> Option<Field<'a>> {
        let field = self.field.take();
        if let Some(field) = field {
            self.line.push_str(field.name());
            self.line.push(':');
            self.line.push_str(field.ty());
            self.line.push_str(" = ");
        } else if let Some(Some(index)) = self.levels.last_mut() {
            let _ = write!(self.line, "[{index}] ");
            *index += 1;
        }
        field
    }

    fn value(&mut self, value: Value<'_>, field: Option<Field<'_>>) {
        let line = &mut self.line;
        let _ = match (value, field) {
            (Value::Nat(mask), Some(field)) if field.has(field::MASK) => flags(mask, field, line),
            (Value::String(text), _) if !self.is_full && text.len() > SHORT => {
                let shown = (0..=SHORT).rev().find(|&len| text.is_char_boundary(len)).unwrap_or(0);
                print::quoted(&text[..shown], line).and_then(|()| write!(line, "… {} bytes", text.len()))
            }
            (Value::Binary(bytes) | Value::Bytes(bytes) | Value::Object(bytes), _)
                if !self.is_full && bytes.len() > SHORT / 2 =>
            {
                line.push_str("0x");
                print::hex(&bytes[..SHORT / 2], line).and_then(|()| write!(line, "… {} bytes", bytes.len()))
            }
            (value, _) => print::value(value, line),
        };
    }

    fn end_line(&mut self) -> fmt::Result {
        self.line.push('\n');
        self.out.write_str(&self.line)?;
        self.line.clear();
        Ok(())
    }

    /// What is wrong, and the bytes from there on.
    fn failed(mut self, error: &ReadError, bytes: &[u8]) -> fmt::Result {
        let rest = bytes.get(error.offset()..).unwrap_or_default();
        self.levels.clear();
        self.pad(self.digits);
        let _ = write!(self.line, "  ! {error}");
        self.end_line()?;
        for (index, row) in rest.chunks(16).enumerate() {
            let offset = error.offset() + 16 * index;
            let _ = write!(self.line, "{offset:>width$} ", width = self.digits);
            for word in row.chunks(4) {
                self.line.push(' ');
                let _ = print::hex(word, &mut self.line);
            }
            self.end_line()?;
        }
        Ok(())
    }
}

/// A mask with the names of the fields whose bits are set.
fn flags(mask: u32, of: Field<'_>, line: &mut String) -> fmt::Result {
    write!(line, "{mask:#x}")?;
    let names = of.combinator().fields().filter(|field| {
        let (from, bit, slot) = field.tests();
        from == field::IF_FIELD && Some(slot) == of.slot() && mask >> (bit & 31) & 1 != 0
    });
    let mut lead = " (";
    for field in names {
        line.push_str(lead);
        line.push_str(field.name());
        lead = ", ";
    }
    let undeclared = mask & !of.declared();
    if undeclared != 0 {
        write!(line, "{lead}undeclared {undeclared:#x}")?;
        lead = ", ";
    }
    if lead == ", " {
        line.push(')');
    }
    Ok(())
}
