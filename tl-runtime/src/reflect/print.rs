//! Values as people write them; `build/convert.rs` is the way back.

use core::fmt::{self, Write};

use super::{Combinator, Value};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Writes a value in the way of text, in full.
pub(super) fn value(value: Value<'_>, out: &mut impl Write) -> fmt::Result {
    match value {
        Value::Int(value) => integer(value.into(), out),
        Value::Long(value) | Value::Int53(value) => integer(value, out),
        Value::Nat(value) => integer(value.into(), out),
        Value::Double(value) => double(value, out),
        Value::Float(value) => float(value, out),
        Value::String(text) => quoted(text, out),
        Value::Binary(bytes) | Value::Bytes(bytes) | Value::Fixed(bytes) | Value::Object(bytes) => {
            out.write_str("0x")?;
            hex(bytes, out)
        }
        Value::Bool(true) | Value::True => out.write_str("true"),
        Value::Bool(false) => out.write_str("false"),
        Value::Null => out.write_str("null"),
    }
}

/// Writes the name of a combinator, with its id where a constructor has the name, too.
pub(super) fn name(combinator: Combinator<'_>, out: &mut impl Write) -> fmt::Result {
    out.write_str(combinator.name())?;
    let is_shared = combinator.is_function()
        && combinator.schema().by_name(combinator.name()).is_some_and(|other| other != combinator);
    match is_shared {
        true => write!(out, "#{:08x}", combinator.id()),
        false => Ok(()),
    }
}

/// Writes a number. `core::fmt` takes three times as long, and dumps are full of numbers.
pub(super) fn integer(value: i64, out: &mut impl Write) -> fmt::Result {
    let mut buffer = [0; 20];
    let mut start = decimal(value.unsigned_abs(), &mut buffer);
    if value < 0 {
        start -= 1;
        buffer[start] = b'-';
    }
    ascii(&buffer[start..], out)
}

/// Puts the digits of a number at the end of `buffer`, and returns where they start.
pub(super) fn decimal(mut value: u64, buffer: &mut [u8]) -> usize {
    let mut start = buffer.len();
    loop {
        start -= 1;
        buffer[start] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            return start;
        }
    }
}

/// Writes a mask in hexadecimal digits.
pub(super) fn bits(mask: u32, out: &mut impl Write) -> fmt::Result {
    let digits = (u32::BITS - mask.leading_zeros()).div_ceil(4).max(1);
    out.write_str("0x")?;
    (0..digits).rev().try_for_each(|place| out.write_char(DIGITS[(mask >> (4 * place) & 15) as usize].into()))
}

/// Writes a `double` so that it is read back as it was. NaN that is not the usual one shows its bits.
pub(super) fn double(value: f64, out: &mut impl Write) -> fmt::Result {
    match value.to_bits() == f64::NAN.to_bits() || !value.is_nan() {
        true => write!(out, "{value:?}"),
        false => write!(out, "NaN:{:016x}", value.to_bits()),
    }
}

/// The same of a `float`.
pub(super) fn float(value: f32, out: &mut impl Write) -> fmt::Result {
    match value.to_bits() == f32::NAN.to_bits() || !value.is_nan() {
        true => write!(out, "{value:?}"),
        false => write!(out, "NaN:{:08x}", value.to_bits()),
    }
}

/// Writes bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8], out: &mut impl Write) -> fmt::Result {
    let mut buffer = [0; 64];
    for chunk in bytes.chunks(buffer.len() / 2) {
        ascii(hexadecimal(chunk, &mut buffer), out)?;
    }
    Ok(())
}

/// Puts the hexadecimal digits of bytes at the start of `buffer`, and returns them.
pub(super) fn hexadecimal<'b>(bytes: &[u8], buffer: &'b mut [u8]) -> &'b [u8] {
    for (pair, byte) in buffer.chunks_exact_mut(2).zip(bytes) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    &buffer[..2 * bytes.len()]
}

/// Writes text in quotes, with the escapes of JSON.
pub(super) fn quoted(text: &str, out: &mut impl Write) -> fmt::Result {
    out.write_char('"')?;
    escaped(text, out)?;
    out.write_char('"')
}

fn escaped(text: &str, out: &mut impl Write) -> fmt::Result {
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0..0x20 | 0x7f => "",
            _ => continue,
        };
        out.write_str(&text[plain..at])?;
        match escape {
            "" => write!(out, "\\u{byte:04x}")?,
            escape => out.write_str(escape)?,
        }
        plain = at + 1;
    }
    out.write_str(&text[plain..])
}

pub(super) fn ascii(bytes: &[u8], out: &mut impl Write) -> fmt::Result {
    out.write_str(str::from_utf8(bytes).unwrap_or_default())
}
