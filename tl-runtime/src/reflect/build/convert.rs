//! Values without parts.

use alloc::vec::Vec;

use super::super::builtin::Builtin;
use super::super::events::{Bound, FALSE, TRUE};
use super::super::ty::Kind;
use super::super::{ParseError, ParseErrorKind, base64};
use super::{Builder, Level, NULL, Result, Scalar, wrong_type};
use crate::limits::{HUGE, ID_SIZE, MAX_SHORT, MEDIUM, MIN_HUGE};

impl Scalar<'_> {
    fn name(self) -> &'static str {
        match self {
            Scalar::Null => "null",
            Scalar::Bool(_) => "a boolean",
            Scalar::Number(_) => "a number",
            Scalar::String(_) => "a string",
            Scalar::Bytes(_) => "bytes",
        }
    }
}

impl<'a> Builder<'a> {
    /// A value without parts.
    pub(in crate::reflect) fn scalar(&mut self, scalar: Scalar<'_>) -> Result<()> {
        let is_field = self.next.is_some() || matches!(self.stack.last(), Some(Level::Object(_)));
        let bound = self.next()?;
        if is_field && self.leaves_out(bound, scalar) {
            return Ok(());
        }
        self.value(bound, scalar)?;
        self.ended()
    }

    /// Whether a field is given as absent: `false` for a bit, null for any optional field.
    fn leaves_out(&mut self, bound: Bound<'a>, scalar: Scalar<'_>) -> bool {
        let Some(Level::Object(object)) = self.stack.last() else { return false };
        let (Some(combinator), Some(piece)) = (object.combinator, self.pieces.last()) else { return false };
        let is_optional = combinator.field(piece.field).is_optional();
        let is_absent = match scalar {
            Scalar::Bool(false) => is_optional && matches!(bound.ty.kind(), Kind::Builtin(Builtin::True)),
            Scalar::Null => is_optional || self.form.is_tdlib(),
            _ => false,
        };
        if is_absent {
            self.pieces.pop();
        }
        is_absent
    }

    fn value(&mut self, Bound { ty, scope }: Bound<'a>, scalar: Scalar<'_>) -> Result<()> {
        match (ty.kind(), scalar) {
            (Kind::Builtin(builtin), _) => self.builtin(builtin, scalar),
            (Kind::WithId(id, inner), _) => {
                self.out.extend(id.to_le_bytes());
                self.value(Bound { ty: inner, scope }, scalar)
            }
            (Kind::Parameter(index), _) if self.scopes.parameter(index, scope).is_some() => {
                match self.scopes.parameter(index, scope) {
                    Some(bound) => self.value(bound, scalar),
                    None => Ok(()),
                }
            }
            (Kind::Any | Kind::Raw | Kind::Parameter(_), Scalar::Bool(_)) => {
                self.builtin(Builtin::Bool, scalar)
            }
            (Kind::Raw, Scalar::Bytes(bytes)) if bytes.len() >= ID_SIZE => {
                self.out.extend(bytes);
                Ok(())
            }
            (Kind::Raw, Scalar::String(text)) => {
                let start = self.out.len();
                match base64::decode(text, &mut self.out) {
                    Some(()) if self.out.len() - start >= ID_SIZE => Ok(()),
                    _ => Err(wrong_type("a string", "Object")),
                }
            }
            (Kind::Nullable(_), Scalar::Null) => {
                self.out.extend(NULL.to_le_bytes());
                Ok(())
            }
            (_, scalar) => Err(wrong_type(scalar.name(), ty.name())),
        }
    }

    fn builtin(&mut self, builtin: Builtin, scalar: Scalar<'_>) -> Result<()> {
        let wrong = || wrong_type(scalar.name(), builtin.name());
        match builtin {
            Builtin::Int | Builtin::Nat | Builtin::Long | Builtin::Int53 => self.integer(builtin, scalar),
            Builtin::Double | Builtin::Float => self.real(builtin, scalar),
            Builtin::String => match scalar {
                Scalar::String(text) => self.string(text.as_bytes()),
                Scalar::Bytes(bytes) if self.schema.takes_any_string() || str::from_utf8(bytes).is_ok() => {
                    self.string(bytes)
                }
                _ => Err(wrong()),
            },
            Builtin::Bytes => match scalar {
                Scalar::Bytes(bytes) => self.string(bytes),
                Scalar::String(text) => {
                    let mut bytes = Vec::new();
                    base64::decode(text, &mut bytes).ok_or_else(wrong)?;
                    self.string(&bytes)
                }
                _ => Err(wrong()),
            },
            Builtin::Bool => match scalar {
                Scalar::Bool(value) => {
                    self.out.extend(if value { TRUE } else { FALSE }.to_le_bytes());
                    Ok(())
                }
                _ => Err(wrong()),
            },
            Builtin::True => match scalar {
                Scalar::Bool(true) => Ok(()),
                _ => Err(wrong()),
            },
            Builtin::Int128 | Builtin::Int256 | Builtin::Int512 => self.fixed(builtin, scalar),
        }
    }

    fn integer(&mut self, builtin: Builtin, scalar: Scalar<'_>) -> Result<()> {
        let digits = match scalar {
            Scalar::Number(digits) | Scalar::String(digits) => digits,
            Scalar::Null | Scalar::Bool(_) | Scalar::Bytes(_) => {
                return Err(wrong_type(scalar.name(), builtin.name()));
            }
        };
        let out_of_range = || {
            let is_number =
                digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
            match is_number && !digits.is_empty() {
                true => ParseError::new(ParseErrorKind::OutOfRange { number: digits.into() }, builtin.name()),
                false => wrong_type(scalar.name(), builtin.name()),
            }
        };
        match builtin {
            Builtin::Int => {
                let value: i32 = digits.parse().map_err(|_| out_of_range())?;
                self.out.extend(value.to_le_bytes());
                self.keep(value.cast_unsigned());
            }
            Builtin::Nat => {
                let value: u32 = digits.parse().map_err(|_| out_of_range())?;
                self.out.extend(value.to_le_bytes());
                self.keep(value);
            }
            _ => {
                let value: i64 = digits.parse().map_err(|_| out_of_range())?;
                if builtin == Builtin::Int53 && value.saturating_abs() > self.form.max_int53() {
                    return Err(out_of_range());
                }
                self.out.extend(value.to_le_bytes());
            }
        }
        Ok(())
    }

    /// Keeps the number of a field for those that depend on it.
    fn keep(&mut self, number: u32) {
        let Some(Level::Object(object)) = self.stack.last() else { return };
        let (Some(combinator), Some(piece)) = (object.combinator, self.pieces.last()) else { return };
        if let Some(slot) = combinator.field(piece.field).slot() {
            self.scopes.set_bits(object.scope.slot(slot), number);
        }
    }

    fn real(&mut self, builtin: Builtin, scalar: Scalar<'_>) -> Result<()> {
        let digits = match scalar {
            Scalar::Number(digits) | Scalar::String(digits) => digits,
            Scalar::Null | Scalar::Bool(_) | Scalar::Bytes(_) => {
                return Err(wrong_type(scalar.name(), builtin.name()));
            }
        };
        let wrong = || wrong_type(scalar.name(), builtin.name());
        let is_double = builtin == Builtin::Double;
        let value = match digits {
            "NaN" => f64::NAN,
            "Infinity" | "inf" => f64::INFINITY,
            "-Infinity" | "-inf" => f64::NEG_INFINITY,
            _ => match digits.strip_prefix("NaN:") {
                Some(bits) if is_double => {
                    f64::from_bits(u64::from_str_radix(bits, 16).map_err(|_| wrong())?)
                }
                Some(bits) => {
                    let bits = u32::from_str_radix(bits, 16).map_err(|_| wrong())?;
                    self.out.extend(f32::from_bits(bits).to_le_bytes());
                    return Ok(());
                }
                None if is_double => finite(digits.parse::<f64>().map_err(|_| wrong())?, digits, builtin)?,
                None => {
                    let value: f32 = digits.parse().map_err(|_| wrong())?;
                    finite(value.into(), digits, builtin)?;
                    self.out.extend(value.to_le_bytes());
                    return Ok(());
                }
            },
        };
        match is_double {
            true => self.out.extend(value.to_le_bytes()),
            false => self.out.extend((value as f32).to_le_bytes()),
        }
        Ok(())
    }

    fn fixed(&mut self, builtin: Builtin, scalar: Scalar<'_>) -> Result<()> {
        let size = builtin.least();
        let start = self.out.len();
        match scalar {
            Scalar::Bytes(bytes) => self.out.extend(bytes),
            Scalar::String(text) => {
                let decoded = match text.len() == 2 * size {
                    true => hex(text, &mut self.out),
                    false => base64::decode(text, &mut self.out),
                };
                decoded.ok_or_else(|| wrong_type("a string", builtin.name()))?;
            }
            Scalar::Null | Scalar::Bool(_) | Scalar::Number(_) => {
                return Err(wrong_type(scalar.name(), builtin.name()));
            }
        }
        match self.out.len() - start {
            found if found == size => Ok(()),
            found => Err(ParseError::new(ParseErrorKind::WrongSize { found }, builtin.name())),
        }
    }

    pub(super) fn string(&mut self, data: &[u8]) -> Result<()> {
        let start = self.out.len();
        let len = data.len();
        match len {
            0..=MAX_SHORT => self.out.push(len as u8),
            _ if len < MIN_HUGE => self.out.extend(((len as u32) << 8 | u32::from(MEDIUM)).to_le_bytes()),
            _ => self.out.extend(((len as u64) << 8 | u64::from(HUGE)).to_le_bytes()),
        }
        self.out.extend(data);
        let padded = start + (self.out.len() - start).next_multiple_of(4);
        self.out.resize(padded, 0);
        Ok(())
    }
}

/// A number that is written in digits and too large is none.
fn finite(value: f64, digits: &str, builtin: Builtin) -> Result<f64> {
    match value.is_finite()
        && digits.bytes().all(|byte| !byte.is_ascii_alphabetic() || matches!(byte, b'e' | b'E'))
    {
        true => Ok(value),
        false => Err(ParseError::new(ParseErrorKind::OutOfRange { number: digits.into() }, builtin.name())),
    }
}

/// Appends the bytes that hexadecimal digits say.
pub(in crate::reflect) fn hex(text: &str, out: &mut Vec<u8>) -> Option<()> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    for [high, low] in pairs {
        out.push((digit(*high)? << 4 | digit(*low)?) as u8);
    }
    Some(())
}
