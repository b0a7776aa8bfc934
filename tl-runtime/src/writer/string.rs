use crate::limits::{HUGE, MAX_SHORT, MEDIUM, MIN_HUGE, MIN_IMPOSSIBLE};
use crate::{EncodeErrorKind, Writer};

impl Writer {
    /// Appends a `string` or `bytes`: the length in the shortest form that can hold it, the data, zeros up to a multiple
    /// of four bytes.
    ///
    /// Up to 253 bytes the length is one byte, up to 2^24-1 it is `fe` and three bytes
    /// ([base types](https://core.telegram.org/mtproto/serialize#base-types)), above `ff` and seven bytes, as TDLib has it.
    #[inline]
    pub fn string(&mut self, data: &[u8]) {
        if data.len() > MAX_SHORT {
            return self.long_string(data);
        }
        // One reservation, then length, data and the most padding there can be: what is too much is cut off again.
        let end = self.buf.len() + (data.len() | 3) + 1;
        self.buf.reserve(data.len() + 4);
        self.buf.push(data.len() as u8);
        self.buf.extend_from_slice(data);
        self.buf.extend_from_slice(&[0; 3]);
        self.buf.truncate(end);
    }

    #[inline(never)]
    fn long_string(&mut self, data: &[u8]) {
        let len = data.len() as u64;
        if len >= MIN_IMPOSSIBLE {
            return self.fail(EncodeErrorKind::TooLong { len: data.len() });
        }
        self.buf.reserve(data.len() + 11);
        if len < MIN_HUGE {
            self.array(&((len as u32) << 8 | u32::from(MEDIUM)).to_le_bytes());
        } else {
            self.array(&(len << 8 | u64::from(HUGE)).to_le_bytes());
        }
        self.bytes(data);
        // Both long lengths take a multiple of four bytes, so the data alone decide the padding.
        self.bytes(&[0; 3][..data.len().wrapping_neg() % 4]);
    }
}

#[cfg(test)]
mod tests;
