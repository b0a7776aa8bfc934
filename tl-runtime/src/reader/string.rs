use crate::limits::{HUGE, MAX_SHORT, MEDIUM, MIN_HUGE};
use crate::{DecodeError, DecodeErrorKind, Reader};

// What only generated code calls.
#[doc(hidden)]
impl<'de> Reader<'de> {
    /// Reads a `string` or `bytes`, without looking into it: see [`Writer::string`](crate::Writer::string) for the form.
    ///
    /// A length need not be in its shortest form and padding need not be zero, unless the reader is strict.
    ///
    /// # Errors
    ///
    /// [`DecodeErrorKind::UnexpectedEnd`] if the input is shorter than length, data and padding.
    /// [`DecodeErrorKind::NonShortestLength`] and [`DecodeErrorKind::NonZeroPadding`] from a strict reader.
    #[inline]
    pub fn string_bytes(&mut self) -> Result<&'de [u8], DecodeError> {
        match self.short_string() {
            Some(data) => Ok(data),
            None => self.any_string(string_error),
        }
    }

    /// Reads `bytes`: as [`string_bytes`](Self::string_bytes), but what is as long as `bytes` often are is read without a
    /// call.
    #[inline]
    pub(crate) fn byte_string(&mut self) -> Result<&'de [u8], DecodeError> {
        match self.short_string().or_else(|| self.medium_string()) {
            Some(data) => Ok(data),
            None => self.any_string(bytes_error),
        }
    }

    /// Reads a string with a length of one byte, if it is one and the reader is not strict.
    // Without it `Vector<string>` as bytes takes 1.8 times the instructions.
    #[inline]
    fn short_string(&mut self) -> Option<&'de [u8]> {
        match self.rest {
            // With its length byte it takes a multiple of four bytes: without it, three more than a multiple.
            [len, after @ ..] if usize::from(*len) <= MAX_SHORT && !self.strict => {
                let len = usize::from(*len);
                self.padded(after, len, len | 3)
            }
            _ => None,
        }
    }

    /// The same with a length of three bytes.
    // Without it a message with a large body takes a fifth more instructions.
    #[inline]
    fn medium_string(&mut self) -> Option<&'de [u8]> {
        match self.rest {
            [MEDIUM, a, b, c, after @ ..] if !self.strict => {
                let len = u32::from_le_bytes([*a, *b, *c, 0]) as usize;
                self.padded(after, len, len.next_multiple_of(4))
            }
            _ => None,
        }
    }

    /// Reads the first `len` of the `padded` bytes that follow the length of a string, if the input has them.
    #[inline]
    fn padded(&mut self, after: &'de [u8], len: usize, padded: usize) -> Option<&'de [u8]> {
        let (padded, rest) = after.split_at_checked(padded)?;
        let data = padded.get(..len)?;
        self.rest = rest;
        Some(data)
    }

    /// Reads a string in any form, or lets `error` find out what is wrong with it.
    #[inline]
    fn any_string(&mut self, error: fn(&[u8], usize) -> DecodeError) -> Result<&'de [u8], DecodeError> {
        let mut rest = self.rest;
        match take_string(&mut rest, self.strict) {
            Some(data) => {
                self.rest = rest;
                Ok(data)
            }
            None => Err(error(self.rest, self.offset())),
        }
    }
}

/// Takes the data of a string in any of the three forms, with length and padding, off `rest`; or leaves it as it is if
/// there is none. What is wrong is for [`why_none`] to find out.
// Not a method: see `Reader::error`.
#[inline(never)]
fn take_string<'de>(rest: &mut &'de [u8], strict: bool) -> Option<&'de [u8]> {
    let string = Parts::of(rest)?;
    if strict && (!string.is_shortest() || !string.is_padded_with_zeros()) {
        return None;
    }
    *rest = string.after;
    Some(string.data)
}

#[cold]
#[inline(never)]
fn string_error(input: &[u8], offset: usize) -> DecodeError {
    why_none(input, offset).expecting("string")
}

#[cold]
#[inline(never)]
fn bytes_error(input: &[u8], offset: usize) -> DecodeError {
    why_none(input, offset).expecting("bytes")
}

/// Why [`take_string`] took none.
fn why_none(input: &[u8], offset: usize) -> DecodeError {
    let kind = match Parts::of(input) {
        None => DecodeErrorKind::UnexpectedEnd { needed: needed(input), left: input.len() },
        Some(string) if !string.is_shortest() => DecodeErrorKind::NonShortestLength,
        Some(_) => DecodeErrorKind::NonZeroPadding,
    };
    DecodeError::new(kind, offset)
}

/// The parts of a string, and what comes after it.
struct Parts<'de> {
    form: u8,
    data: &'de [u8],
    padding: &'de [u8],
    after: &'de [u8],
}

impl<'de> Parts<'de> {
    /// The parts of the string that `input` starts with; none if `input` ends too early.
    #[inline]
    fn of(input: &'de [u8]) -> Option<Self> {
        let (length, padded, after) = header(input)?;
        let (padded, after) = after.split_at_checked(address(padded)?)?;
        let (data, padding) = padded.split_at_checked(length as usize)?;
        Some(Self { form: input[0], data, padding, after })
    }

    fn is_shortest(&self) -> bool {
        match self.form {
            MEDIUM => self.data.len() > MAX_SHORT,
            HUGE => self.data.len() >= MIN_HUGE,
            _ => true,
        }
    }

    fn is_padded_with_zeros(&self) -> bool {
        self.padding.iter().all(|byte| *byte == 0)
    }
}

/// The length of a string, its length with padding, and what comes after the length.
#[inline]
fn header(input: &[u8]) -> Option<(u64, u64, &[u8])> {
    match input {
        [MEDIUM, ..] => {
            let (head, after) = input.split_first_chunk()?;
            let length = u64::from(u32::from_le_bytes(*head) >> 8);
            Some((length, length.next_multiple_of(4), after))
        }
        [HUGE, ..] => {
            let (head, after) = input.split_first_chunk()?;
            let length = u64::from_le_bytes(*head) >> 8;
            Some((length, length.next_multiple_of(4), after))
        }
        [length, after @ ..] => Some((u64::from(*length), u64::from(length | 3), after)),
        [] => None,
    }
}

/// How many bytes the string takes that `input` is too short for, or its length if even that is incomplete.
fn needed(input: &[u8]) -> u64 {
    match (header(input), input) {
        (Some((_, padded, after)), _) => (input.len() - after.len()) as u64 + padded,
        (None, [HUGE, ..]) => 8,
        (None, _) => 4,
    }
}

/// A length on the wire, of up to 56 bits, as a length in memory; none if it does not fit.
fn address<Size: TryFrom<u64>>(length: u64) -> Option<Size> {
    Size::try_from(length).ok()
}

#[cfg(test)]
mod tests;
