use super::PIECE;
use crate::limits::{HUGE, MAX_SHORT, MEDIUM, MIN_HUGE, MIN_IMPOSSIBLE};
use crate::{EncodeErrorKind, Writer};

impl Writer<'_> {
    /// Appends a `string` or `bytes`: the length in the shortest form that can hold it, the data, zeros up to a multiple
    /// of four bytes.
    ///
    /// Up to 253 bytes the length is one byte, up to 2^24-1 it is `fe` and three bytes
    /// ([base types](https://core.telegram.org/mtproto/serialize#base-types)), above `ff` and seven bytes, as TDLib has it.
    #[inline]
    pub fn string(&mut self, data: &[u8]) {
        if data.len() >= PIECE - 3 {
            return self.reborrow().long_string(data);
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
    fn long_string(mut self, data: &[u8]) {
        let len = data.len() as u64;
        let (head, head_len) = match data.len() {
            ..=MAX_SHORT => (len, 1),
            _ if len < MIN_HUGE => (len << 8 | u64::from(MEDIUM), 4),
            _ if len < MIN_IMPOSSIBLE => (len << 8 | u64::from(HUGE), 8),
            len => return self.fail(EncodeErrorKind::TooLong { len }),
        };
        let start = self.buf.len();
        let end = start + (head_len + data.len()).next_multiple_of(4);
        self.buf.reserve(8 + data.len() + 3);
        self.array(&head.to_le_bytes());
        self.buf.truncate(start + head_len);
        self.bytes(data);
        self.array(&[0; 3]);
        self.buf.truncate(end);
    }
}

#[cfg(test)]
mod tests;
