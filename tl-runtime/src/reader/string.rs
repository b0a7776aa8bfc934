use crate::limits::{HUGE, MAX_SHORT, MEDIUM, MIN_HUGE};
use crate::{DecodeError, DecodeErrorKind, Reader};

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
        if let [len, after @ ..] = self.rest
            && let len = usize::from(*len)
            && len <= MAX_SHORT
            // With its length byte the string takes a multiple of four bytes: without it, three more than a multiple.
            && let Some((padded, rest)) = after.split_at_checked(len | 3)
            && let Some((data, padding)) = padded.split_at_checked(len)
        {
            if self.strict {
                check_padding(padding, self.offset())?;
            }
            self.rest = rest;
            return Ok(data);
        }
        let (data, rest) = long_string(self.rest, self.offset(), self.strict)?;
        self.rest = rest;
        Ok(data)
    }
}

/// The two long forms, and the errors of all three; with what comes after.
// Not a method: see `Reader::error`.
#[inline(never)]
fn long_string(input: &[u8], offset: usize, strict: bool) -> Result<(&[u8], &[u8]), DecodeError> {
    let end = |needed| DecodeError::end_in("string", needed, input.len(), offset);
    let (after, length, shortest) = if let Some((head, after)) = input.split_first_chunk()
        && head[0] == MEDIUM
    {
        (after, u64::from(u32::from_le_bytes(*head) >> 8), MAX_SHORT as u64 + 1)
    } else if let Some((head, after)) = input.split_first_chunk()
        && head[0] == HUGE
    {
        (after, u64::from_le_bytes(*head) >> 8, MIN_HUGE)
    } else {
        return Err(end(match *input {
            [] | [MEDIUM, ..] => 4,
            [HUGE, ..] => 8,
            [len, ..] => u64::from(len | 3) + 1,
        }));
    };
    if strict && length < shortest {
        return Err(DecodeError::new(DecodeErrorKind::NonShortestLength, offset).expecting("string"));
    }
    let padded_len = length.next_multiple_of(4);
    let padded = address::<usize>(padded_len).and_then(|len| after.split_at_checked(len));
    let Some((padded, rest)) = padded else {
        let header = input.len() - after.len();
        return Err(end(header as u64 + padded_len));
    };
    let (data, padding) = padded.split_at(length as usize);
    if strict {
        check_padding(padding, offset)?;
    }
    Ok((data, rest))
}

#[inline(never)]
fn check_padding(padding: &[u8], offset: usize) -> Result<(), DecodeError> {
    match padding.iter().all(|byte| *byte == 0) {
        true => Ok(()),
        false => Err(DecodeError::new(DecodeErrorKind::NonZeroPadding, offset).expecting("string")),
    }
}

/// A length of 56 bits and some more as a number of bytes in memory: none where that has fewer bits, and so is shorter.
fn address<Size: TryFrom<u64>>(length: u64) -> Option<Size> {
    Size::try_from(length).ok()
}

#[cfg(test)]
mod tests;
