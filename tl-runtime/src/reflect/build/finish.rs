//! The end of a combinator: what is computed from its fields, and whether they agree.

use super::super::builtin::Builtin;
use super::super::events::{FALSE, Scope};
use super::super::tables::field;
use super::super::ty::Kind;
use super::super::{Combinator, Field, ParseError, ParseErrorKind};
use super::level::Object;
use super::{Builder, Level, Piece, Result, conflict};

impl<'a> Builder<'a> {
    /// The combinator ends.
    pub(in crate::reflect) fn end(&mut self) -> Result<()> {
        self.has_value()?;
        if self.object()?.combinator.is_none() {
            let bound = self.object()?.bound;
            self.open(bound, None)?;
        }
        let Some(Level::Object(mut object)) = self.stack.pop() else { return Ok(()) };
        let Some(combinator) = object.combinator else { return Err(object.no_name()) };
        let finished = self.complete(combinator, &mut object);
        if let Err(error) = finished {
            self.stack.push(Level::Object(object));
            return Err(error);
        }
        if !object.is_ordered {
            self.put_in_order(&object);
        }
        self.pieces.truncate(object.pieces);
        if let Some(outer) = object.outer {
            self.scopes.leave(outer);
        }
        self.depth += object.levels;
        self.ended()
    }

    fn complete(&mut self, combinator: Combinator<'a>, object: &mut Object<'a>) -> Result<()> {
        let scope = object.scope;
        let first = object.pieces;
        // A mask may be conditional on an earlier one: the last comes first.
        for field in (0..combinator.field_count()).rev().map(|index| combinator.field(index)) {
            if field.is_hidden() {
                self.compute(field, scope, object);
            }
        }
        let mut piece = first;
        let sorted = object.is_ordered;
        for field in combinator.walk() {
            let is_given = match sorted {
                true => {
                    while self.pieces.get(piece).is_some_and(|piece| piece.field < field.index()) {
                        piece += 1;
                    }
                    self.pieces.get(piece).is_some_and(|piece| piece.field == field.index())
                }
                false => self.pieces[first..].iter().any(|piece| piece.field == field.index()),
            };
            self.check(field, is_given, scope, object)?;
        }
        Ok(())
    }

    /// Writes a field that follows from others.
    fn compute(&mut self, field: Field<'a>, scope: Scope, object: &mut Object<'a>) {
        let kept = field.slot().map_or(0, |slot| self.scopes.kept(scope.slot(slot)));
        let of = |index: u32| self.pieces[object.pieces..].iter().position(|piece| piece.field == index);
        let given = of(field.index()).map(|at| object.pieces + at);
        let value = match field.has(field::LENGTH) {
            true => of(field.index() + 1).map_or(0, |at| {
                let Piece { start, end, .. } = self.pieces[object.pieces + at];
                (end - start) as u32
            }),
            false => kept,
        };
        if field.tests().0 == field::IF_FIELD {
            let (_, bit, slot) = field.tests();
            let is_there = match field.has(field::LENGTH) {
                true => self.scopes.is_present(field, scope),
                false => given.is_some() || value != 0,
            };
            if !is_there {
                return;
            }
            self.scopes.set_bit(scope.slot(slot), bit);
        }
        match given {
            Some(at) => {
                let start = self.pieces[at].start;
                self.out[start..start + 4].copy_from_slice(&value.to_le_bytes());
            }
            None => self.add(field, object, |builder| builder.out.extend(value.to_le_bytes())),
        }
    }

    /// Writes a field that was not given.
    fn add(&mut self, field: Field<'a>, object: &mut Object<'a>, write: impl FnOnce(&mut Self)) {
        let start = self.out.len();
        write(self);
        let (field, end) = (field.index(), self.out.len());
        if object.next <= field {
            object.next = field + 1;
        } else {
            object.is_ordered = false;
        }
        self.pieces.push(Piece { field, start, end, is_placeholder: false });
    }

    /// Checks that a field is there if it must be, and only then.
    fn check(
        &mut self,
        field: Field<'a>,
        is_given: bool,
        scope: Scope,
        object: &mut Object<'a>,
    ) -> Result<()> {
        if field.is_optional() {
            return match is_given == self.scopes.is_present(field, scope) {
                true => self.visible_mask(field, is_given, scope, object),
                false => Err(conflict(field)),
            };
        }
        if is_given {
            return self.visible_mask(field, true, scope, object);
        }
        match field.node().kind() {
            Kind::Builtin(Builtin::True) => Ok(()),
            // Bits that fields declare need not be said.
            Kind::Builtin(Builtin::Nat) if field.has(field::MASK) => {
                let mask = field.slot().map_or(0, |slot| self.scopes.kept(scope.slot(slot)));
                self.add(field, object, |builder| builder.out.extend(mask.to_le_bytes()));
                Ok(())
            }
            kind if self.form.is_tdlib() => match self.default(kind) {
                Some(default) => {
                    self.add(field, object, |builder| builder.out.extend(default));
                    Ok(())
                }
                None => Err(missing(field)),
            },
            _ => Err(missing(field)),
        }
    }

    /// A mask that was given has the bits of the fields that are there, too.
    fn visible_mask(
        &mut self,
        field: Field<'a>,
        is_given: bool,
        scope: Scope,
        object: &Object<'a>,
    ) -> Result<()> {
        let Some(slot) = field.slot().filter(|_| is_given && field.has(field::MASK)) else { return Ok(()) };
        let mask = self.scopes.kept(scope.slot(slot));
        let pieces = &self.pieces[object.pieces..];
        if let Some(piece) = pieces.iter().find(|piece| piece.field == field.index()) {
            self.out[piece.start..piece.start + 4].copy_from_slice(&mask.to_le_bytes());
        }
        Ok(())
    }

    /// The bytes of what TDLib takes for a field that is absent.
    fn default(&self, kind: Kind<'a>) -> Option<&'static [u8]> {
        Some(match kind {
            Kind::Builtin(Builtin::Bool) => &FALSE_ID,
            Kind::Builtin(builtin) => &[0; 64][..builtin.least()],
            Kind::Vector { is_boxed: false, .. } => &[0; 4],
            Kind::Vector { is_boxed: true, .. } => &[0x15, 0xc4, 0xb5, 0x1c, 0, 0, 0, 0],
            _ => return None,
        })
    }

    /// Puts the fields into the order of the wire.
    fn put_in_order(&mut self, object: &Object<'a>) {
        let mut pieces = self.pieces.split_off(object.pieces);
        pieces.sort_by_key(|piece| piece.field);
        let fields = self.out.split_off(object.start);
        for piece in pieces {
            self.out.extend(&fields[piece.start - object.start..piece.end - object.start]);
        }
    }
}

const FALSE_ID: [u8; 4] = FALSE.to_le_bytes();

fn missing(field: Field<'_>) -> ParseError {
    let name = field.name().into();
    ParseError::new(ParseErrorKind::MissingField { name }, field.combinator().name())
}
