//! Each word of a message with its offset, its place in the message, and what it means.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::tables::field;
use super::{Call, Event, Events, Field, ReadError, Schema, Value, print};

/// Bytes as a person reads them, made by [`Schema::dump`].
///
/// A line has the offset in bytes, up to two words in hexadecimal, and what they are, indented by nesting. Long strings
/// and bytes are shortened; `{:#}` shows all of them. Where decode would fail the dump says so, and shows the rest as
/// bytes.
#[derive(Clone, Copy, Debug)]
pub struct Dump<'a> {
    schema: &'a Schema<'a>,
    /// The bytes are the answer to this call.
    call: Option<Call<'a>>,
    bytes: &'a [u8],
}

impl<'a> Dump<'a> {
    pub(super) fn new(schema: &'a Schema<'a>, call: Option<Call<'a>>, bytes: &'a [u8]) -> Self {
        Self { schema, call, bytes }
    }
}

impl fmt::Display for Dump<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let events = match self.call {
            None => Ok(self.schema.events(self.bytes)),
            Some(call) => self.schema.answer_events(call, self.bytes),
        };
        let digits = self.bytes.len().max(1000).ilog10() as usize + 1;
        let is_full = f.alternate();
        let printer = Printer {
            out: f,
            text: String::with_capacity(2 * FLUSHED),
            digits,
            is_full,
            levels: Vec::new(),
            field: None,
        };
        match events {
            Ok(events) => printer.all(events, self.bytes),
            Err(error) => writeln!(printer.out, "{error}"),
        }
    }
}

struct Printer<'a, 'w, 'f> {
    out: &'w mut fmt::Formatter<'f>,
    /// Lines that are not written yet, and the one that is being made.
    text: String,
    /// Digits of an offset.
    digits: usize,
    is_full: bool,
    /// The levels of nesting; for a list the index of the next element.
    levels: Vec<Option<u32>>,
    /// The field whose value follows.
    field: Option<Field<'a>>,
}

/// Digits of the greatest offset.
const MAX_DIGITS: usize = 20;
/// Bytes of a line that are shown in hexadecimal, and the columns that they take.
const SHOWN: usize = 8;
const COLUMNS: usize = 18;
/// Bytes, and characters of a string, that are shown of a long one.
const SHORT: usize = 48;
/// Text is written in parts of at least so many bytes.
const FLUSHED: usize = 512;
/// Indentation ends there: at any depth a line fits a screen.
const MAX_INDENT: usize = 32;

impl<'a> Printer<'a, '_, '_> {
    fn all(mut self, events: Events<'a>, bytes: &'a [u8]) -> fmt::Result {
        match events.write(|event, events| self.event(event, events.offset(), events.bytes())) {
            Ok(written) => written?,
            Err(error) => self.failed(&error, bytes)?,
        }
        self.flush()
    }

    fn event(&mut self, event: &Event<'a>, offset: usize, bytes: &[u8]) -> fmt::Result {
        match *event {
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
        match *event {
            Event::Begin(combinator) => {
                self.text.push_str(combinator.name());
                self.levels.push(None);
            }
            Event::List(count) => {
                self.number(count);
                self.text.push_str(if count == 1 { " element" } else { " elements" });
                self.levels.push(Some(0));
            }
            Event::Value(value) => self.value(value, field),
            Event::Field(_) | Event::End(_) | Event::ListEnd => {}
        }
        self.end_line()
    }

    /// Offset and words.
    fn begin_line(&mut self, offset: usize, bytes: &[u8]) {
        let mut columns = [b' '; MAX_DIGITS + 2 + COLUMNS + 1];
        print::decimal(offset as u64, &mut columns[..self.digits]);
        let (words, end) = (self.digits + 2, self.digits + 2 + COLUMNS + 1);
        for (index, word) in bytes[..bytes.len().min(SHOWN)].chunks(4).enumerate() {
            print::hexadecimal(word, &mut columns[words + 9 * index..]);
        }
        // Writing to a string cannot fail.
        let _ = match bytes.len() > SHOWN {
            true => print::ascii(&columns[..words + COLUMNS - 1], &mut self.text)
                .and_then(|()| self.text.write_str("… ")),
            false => print::ascii(&columns[..end], &mut self.text),
        };
        self.pad(2 * self.levels.len().min(MAX_INDENT));
    }

    fn pad(&mut self, columns: usize) {
        const SPACES: &str =
            "                                                                                ";
        self.text.push_str(&SPACES[..columns.min(SPACES.len())]);
    }

    /// The field with its type, or the index of an element.
    fn label(&mut self) -> Option<Field<'a>> {
        let field = self.field.take();
        if let Some(field) = field {
            self.text.push_str(field.name());
            self.text.push(':');
            self.text.push_str(field.ty());
            self.text.push_str(" = ");
        } else if let Some(Some(index)) = self.levels.last_mut() {
            let number = *index;
            *index += 1;
            self.text.push('[');
            self.number(number);
            self.text.push_str("] ");
        }
        field
    }

    fn number(&mut self, number: u32) {
        // Writing to a string cannot fail.
        let _ = print::integer(number.into(), &mut self.text);
    }

    fn value(&mut self, value: Value<'_>, field: Option<Field<'_>>) {
        let out = &mut self.text;
        let _ = match (value, field) {
            (Value::Nat(mask), Some(field)) if field.has(field::MASK) => flags(mask, field, out),
            (Value::String(text), _) if !self.is_full && text.len() > SHORT => {
                let shown = (0..=SHORT).rev().find(|&len| text.is_char_boundary(len)).unwrap_or(0);
                print::quoted(&text[..shown], out).and_then(|()| write!(out, "… {} bytes", text.len()))
            }
            (Value::Binary(bytes) | Value::Bytes(bytes) | Value::Object(bytes), _)
                if !self.is_full && bytes.len() > SHORT / 2 =>
            {
                out.push_str("0x");
                print::hex(&bytes[..SHORT / 2], out).and_then(|()| write!(out, "… {} bytes", bytes.len()))
            }
            (value, _) => print::value(value, out),
        };
    }

    fn end_line(&mut self) -> fmt::Result {
        self.text.push('\n');
        match self.text.len() < FLUSHED {
            true => Ok(()),
            false => self.flush(),
        }
    }

    fn flush(&mut self) -> fmt::Result {
        self.out.write_str(&self.text)?;
        self.text.clear();
        Ok(())
    }

    /// What is wrong, and the bytes from there on.
    fn failed(&mut self, error: &ReadError, bytes: &[u8]) -> fmt::Result {
        let rest = bytes.get(error.offset()..).unwrap_or_default();
        self.levels.clear();
        self.pad(self.digits);
        let _ = write!(self.text, "  ! {error}");
        self.end_line()?;
        for (index, row) in rest.chunks(16).enumerate() {
            let offset = error.offset() + 16 * index;
            let _ = write!(self.text, "{offset:>width$} ", width = self.digits);
            for word in row.chunks(4) {
                self.text.push(' ');
                let _ = print::hex(word, &mut self.text);
            }
            self.end_line()?;
        }
        Ok(())
    }
}

/// A mask with the names of the fields whose bits are set.
fn flags(mask: u32, of: Field<'_>, out: &mut String) -> fmt::Result {
    print::bits(mask, out)?;
    let names = of.combinator().fields().filter(|field| {
        let (from, bit, slot) = field.tests();
        from == field::IF_FIELD && Some(slot) == of.slot() && mask >> (bit & 31) & 1 != 0
    });
    let mut lead = " (";
    for field in names {
        out.push_str(lead);
        out.push_str(field.name());
        lead = ", ";
    }
    let undeclared = mask & !of.declared();
    if undeclared != 0 {
        out.push_str(lead);
        out.push_str("undeclared ");
        print::bits(undeclared, out)?;
        lead = ", ";
    }
    if lead == ", " {
        out.push(')');
    }
    Ok(())
}
