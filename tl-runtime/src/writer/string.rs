use crate::limits::{HUGE, MAX_SHORT, MEDIUM, MIN_HUGE, MIN_IMPOSSIBLE};
use crate::{EncodeErrorKind, Writer};

/// What a name or a line of text fits in, with its length and padding.
const PIECE: usize = 64;

impl Writer {
    /// Appends a `string` or `bytes`: the length in the shortest form that can hold it, the data, zeros up to a multiple
    /// of four bytes.
    ///
    /// Up to 253 bytes the length is one byte, up to 2^24-1 it is `fe` and three bytes
    /// ([base types](https://core.telegram.org/mtproto/serialize#base-types)), above `ff` and seven bytes, as TDLib has it.
    #[inline]
    pub fn string(&mut self, data: &[u8]) {
        if data.len() >= PIECE - 3 {
            return self.long_string(data);
        }
        // Length, data and padding in a piece of fixed size, of which what is too much is cut off again: it takes one
        // check for room, where each part on its own would take one more.
        let end = self.buf.len() + (data.len() | 3) + 1;
        self.buf.extend_from_slice(&[0; PIECE]);
        if let Some(piece) = self.buf.last_chunk_mut::<PIECE>() {
            piece[0] = data.len() as u8;
            piece[1..=data.len()].copy_from_slice(data);
        }
        self.buf.truncate(end);
    }

    #[inline(never)]
    fn long_string(&mut self, data: &[u8]) {
        let len = data.len() as u64;
        if len >= MIN_IMPOSSIBLE {
            return self.fail(EncodeErrorKind::TooLong { len: data.len() });
        }
        self.buf.reserve(data.len() + 11);
        if data.len() <= MAX_SHORT {
            self.buf.push(data.len() as u8);
        } else if len < MIN_HUGE {
            self.array(&((len as u32) << 8 | u32::from(MEDIUM)).to_le_bytes());
        } else {
            self.array(&(len << 8 | u64::from(HUGE)).to_le_bytes());
        }
        self.bytes(data);
        // With its length byte a short string takes a multiple of four bytes; both long lengths take one by themselves.
        let unpadded = data.len() + usize::from(data.len() <= MAX_SHORT);
        let end = self.buf.len() + unpadded.wrapping_neg() % 4;
        self.array(&[0; 3]);
        self.buf.truncate(end);
    }
}

#[cfg(test)]
mod tests;
