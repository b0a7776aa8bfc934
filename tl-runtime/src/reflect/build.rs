//! From the parts of a value to bytes: the mirror image of `events.rs`. Text and JSON are read into one of these.

mod convert;
mod finish;
mod level;
mod list;
mod open;
mod path;

use alloc::vec::Vec;

pub(super) use self::convert::hex;
use self::level::{Level, Object, Piece};
#[cfg(feature = "json")]
use super::builtin::Builtin;
use super::events::{Bound, NULL, Root, Scope, Scopes};
use super::tables::field;
#[cfg(feature = "json")]
use super::ty::Kind;
use super::{Field, ParseError, ParseErrorKind, Schema};
use crate::limits;

/// A value without parts, as text has it.
#[derive(Clone, Copy)]
pub(super) enum Scalar<'t> {
    Null,
    Bool(bool),
    /// The digits of a number.
    Number(&'t str),
    String(&'t str),
    Bytes(&'t [u8]),
}

/// What a value is read from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    #[cfg(feature = "json")]
    Json,
    /// JSON in which fields that are not given are zero, empty or null.
    #[cfg(feature = "json")]
    Tdlib,
}

impl Form {
    fn is_tdlib(self) -> bool {
        match self {
            Form::Text => false,
            #[cfg(feature = "json")]
            Form::Json => false,
            #[cfg(feature = "json")]
            Form::Tdlib => true,
        }
    }

    /// The greatest number of an `int53`. Bytes, and so text, may have any `long` in its place.
    fn max_int53(self) -> i64 {
        match self {
            Form::Text => i64::MAX,
            #[cfg(feature = "json")]
            Form::Json | Form::Tdlib => (1 << 53) - 1,
        }
    }
}

/// An error has no place yet: that is the reader's.
pub(super) type Result<T, E = ParseError> = core::result::Result<T, E>;

/// Takes the parts of a value one after the other and writes it.
///
/// Fields come in any order. What is computed of a combinator is written when the combinator ends; the place for it is
/// kept where the fields come in the order of the wire.
pub(super) struct Builder<'a> {
    schema: &'a Schema<'a>,
    out: Vec<u8>,
    stack: Vec<Level<'a>>,
    scopes: Scopes<'a>,
    /// What was written of the combinators that are open.
    pieces: Vec<Piece>,
    /// The type of the next value.
    next: Option<Bound<'a>>,
    depth: u32,
    form: Form,
}

fn wrong_type(found: &'static str, expected: &str) -> ParseError {
    ParseError::new(ParseErrorKind::WrongType { found }, expected)
}

pub(super) fn syntax<T>(expected: &'static str) -> Result<T> {
    Err(ParseError::new(ParseErrorKind::Syntax { expected }, ""))
}

impl<'a> Builder<'a> {
    /// Builds a value of this type, which may take `capacity` bytes.
    pub(super) fn new(schema: &'a Schema<'a>, root: Root<'a>, form: Form, capacity: usize) -> Self {
        Self {
            schema,
            out: Vec::with_capacity(capacity),
            stack: Vec::new(),
            scopes: root.scopes,
            pieces: Vec::new(),
            next: Some(root.ty),
            depth: limits::MAX_DEPTH,
            form,
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// Whether the next value is a `string`.
    #[cfg(feature = "json")]
    pub(super) fn expects_string(&self) -> bool {
        let element = || match self.stack.last() {
            Some(Level::List(list)) => Some(list.element),
            Some(Level::Object(_)) | None => None,
        };
        let mut bound = self.next.or_else(element);
        while let Some(Bound { ty, scope }) = bound {
            bound = match ty.kind() {
                Kind::Builtin(builtin) => return builtin == Builtin::String,
                Kind::WithId(_, inner) => Some(Bound { ty: inner, scope }),
                Kind::Parameter(index) => self.scopes.parameter(index, scope),
                _ => None,
            };
        }
        false
    }

    /// Whether the whole value has been read.
    pub(super) fn is_done(&self) -> bool {
        self.stack.is_empty() && self.next.is_none()
    }

    /// The type of the next value.
    fn next(&mut self) -> Result<Bound<'a>> {
        if let Some(next) = self.next.take() {
            return Ok(next);
        }
        match self.stack.last_mut() {
            Some(Level::List(list)) => {
                list.len += 1;
                Ok(list.element)
            }
            Some(Level::Object(_)) => self.unnamed(),
            None => syntax("the end"),
        }
    }

    /// The type of a value without a name: the first field that is always there and was not given.
    fn unnamed(&mut self) -> Result<Bound<'a>> {
        let object = self.object()?;
        let Some(combinator) = object.combinator else { return Err(object.no_name()) };
        let needs_name =
            |field: &Field<'_>| field.is_hidden() || field.is_optional() || self.is_given(*field);
        match combinator.fields().find(|field| !needs_name(field)) {
            Some(field) => {
                self.begin_field(field)?;
                self.next.take().ok_or_else(|| wrong_type("a value", combinator.name()))
            }
            None => Err(ParseError::new(ParseErrorKind::TooManyValues, combinator.name())),
        }
    }

    /// A combinator begins.
    pub(super) fn begin(&mut self) -> Result<()> {
        let bound = self.next()?;
        self.stack.push(Level::Object(Object::new(bound, self.pieces.len())));
        Ok(())
    }

    /// The name of the combinator, before its fields.
    pub(super) fn name(&mut self, name: &str) -> Result<()> {
        let bound = self.object()?.bound;
        self.open(bound, Some(name))
    }

    fn object(&mut self) -> Result<&mut Object<'a>> {
        match self.stack.last_mut() {
            Some(Level::Object(object)) => Ok(object),
            Some(Level::List(_)) | None => syntax("a value"),
        }
    }

    /// A field of the combinator; its value comes next.
    pub(super) fn field(&mut self, name: &str) -> Result<()> {
        self.has_value()?;
        if self.object()?.combinator.is_none() {
            let bound = self.object()?.bound;
            self.open(bound, None)?;
        }
        let object = self.object()?;
        let Some(combinator) = object.combinator else { return Err(object.no_name()) };
        match object.field_named(combinator, name) {
            Some(field) if self.is_given(field) => {
                Err(ParseError::new(ParseErrorKind::DuplicateField, field.line()))
            }
            Some(field) => self.begin_field(field),
            None => {
                Err(ParseError::new(ParseErrorKind::UnknownField { name: name.into() }, combinator.name()))
            }
        }
    }

    /// Checks that the last field was given its value.
    fn has_value(&self) -> Result<()> {
        match self.next {
            None => Ok(()),
            Some(_) => syntax("a value"),
        }
    }

    fn is_given(&self, field: Field<'_>) -> bool {
        let Some(Level::Object(object)) = self.stack.last() else { return false };
        let pieces = &self.pieces[object.pieces..];
        match pieces.last() {
            // In the order of the wire nothing is to be searched.
            Some(last) if object.is_ordered && last.field < field.index() => false,
            _ => pieces.iter().any(|piece| piece.field == field.index() && !piece.is_placeholder),
        }
    }

    fn begin_field(&mut self, field: Field<'a>) -> Result<()> {
        self.keep_places(field)?;
        let start = self.out.len();
        let piece = Piece { field: field.index(), start, end: start, is_placeholder: false };
        self.pieces.push(piece);
        let object = self.object()?;
        object.next = object.next.max(field.index() + 1);
        self.next = Some(Bound { ty: field.node(), scope: object.scope });
        Ok(())
    }

    /// Keeps a place for what is computed, up to this field.
    fn keep_places(&mut self, field: Field<'a>) -> Result<()> {
        let object = self.object()?;
        if field.index() < object.next {
            object.is_ordered = false;
            let (index, first) = (field.index(), object.pieces);
            // What is given takes the place that was kept for it.
            if let Some(kept) = self.pieces[first..].iter().position(|piece| piece.field == index) {
                self.pieces.remove(first + kept);
            }
            return Ok(());
        }
        let between = field.combinator().walk_from(object.next);
        for skipped in between.take_while(|skipped| skipped.index() < field.index()) {
            if skipped.is_hidden() && !skipped.is_optional() {
                let start = self.out.len();
                self.out.extend([0; 4]);
                let (field, end) = (skipped.index(), start + 4);
                self.pieces.push(Piece { field, start, end, is_placeholder: true });
            }
        }
        Ok(())
    }

    /// A value has ended: of a field, the field.
    fn ended(&mut self) -> Result<()> {
        let end = self.out.len();
        let Some(Level::Object(object)) = self.stack.last() else { return Ok(()) };
        let (Some(combinator), Some(piece)) = (object.combinator, self.pieces.last_mut()) else {
            return Ok(());
        };
        piece.end = end;
        let field = combinator.field(piece.field);
        let scope = object.scope;
        self.declare(field, scope)
    }

    /// Sets the bit of a field that is there.
    fn declare(&mut self, field: Field<'a>, scope: Scope) -> Result<()> {
        let (from, bit, slot) = field.tests();
        match from {
            field::IF_FIELD => {
                self.scopes.set_bit(scope.slot(slot), bit);
                Ok(())
            }
            field::IF_PARAMETER if !self.scopes.is_present(field, scope) => Err(conflict(field)),
            _ => Ok(()),
        }
    }
}

fn conflict(field: Field<'_>) -> ParseError {
    let name = field.name().into();
    let (mask, bit) = field.condition().map_or(("", 0), |condition| (condition.mask, condition.bit));
    ParseError::new(ParseErrorKind::FlagConflict { name, mask: mask.into(), bit }, field.combinator().name())
}
