use alloc::vec::Vec;

use super::PIECE;
use crate::Writer;
use crate::limits::{HUGE, MEDIUM, MIN_HUGE, MIN_IMPOSSIBLE, MIN_MEDIUM};

/// The length from which a string may not fit into [`PIECE`] bytes with its length and padding.
const MIN_LONG: usize = PIECE - 3;

/// The most bytes that a length and padding take.
const MARGIN: usize = 8 + 3;

// What only generated code calls.
#[doc(hidden)]
impl Writer<'_> {
    /// Appends a `string` or `bytes`: the length in the shortest form that can hold it, the data, zeros up to a multiple
    /// of four bytes.
    ///
    /// Up to 253 bytes the length is one byte, up to 2^24-1 it is `fe` and three bytes
    /// ([base types](https://core.telegram.org/mtproto/serialize#base-types)), above `ff` and seven bytes, as TDLib has it.
    #[inline]
    pub fn string(&mut self, data: &[u8]) {
        match data.len() {
            ..MIN_LONG => self.short_string(data),
            _ => long_string(self.buf, data),
        }
    }

    /// Appends length, data and padding as [`PIECE`] bytes, then cuts off the rest: one check for room instead of three.
    // Without it `Vector<string>` takes half as many instructions again.
    #[inline]
    fn short_string(&mut self, data: &[u8]) {
        let end = self.buf.len() + (data.len() | 3) + 1;
        self.buf.extend_from_slice(&[0; PIECE]);
        if let Some(piece) = self.buf.last_chunk_mut::<PIECE>() {
            let [length, room @ ..] = piece;
            *length = data.len() as u8;
            copy_short(room, data);
        }
        self.buf.truncate(end);
    }
}

/// Copies data to where it goes in a piece.
///
/// Of 4 to 32 bytes, as most strings have, the first and the last few, which may overlap: how many is then known when
/// compiling, and nothing is called.
// Without it `Vector<string>` takes a tenth more instructions.
#[inline]
fn copy_short(room: &mut [u8], data: &[u8]) {
    // The most common first: rustc asks in this order.
    match data.len() {
        8..=16 => copy_ends::<8>(room, data),
        17..=32 => copy_ends::<16>(room, data),
        4..8 => copy_ends::<4>(room, data),
        len => room[..len].copy_from_slice(data),
    }
}

/// Copies the first `N` bytes and the last `N`.
#[inline]
fn copy_ends<const N: usize>(room: &mut [u8], data: &[u8]) {
    let last = data.len() - N..data.len();
    room[..N].copy_from_slice(&data[..N]);
    room[last.clone()].copy_from_slice(&data[last]);
}

/// Appends data that may be too long for [`PIECE`] bytes. Takes the buffer alone, so that a message in which nothing can
/// go wrong needs no more.
#[inline(never)]
fn long_string(buf: &mut Vec<u8>, data: &[u8]) {
    if !has_room(buf, data) {
        return long_string_in_more_room(buf, data);
    }
    match data.len() {
        ..MIN_MEDIUM => head_and_data(buf, [data.len() as u8], data),
        MIN_MEDIUM..MIN_HUGE => medium_string(buf, data),
        MIN_HUGE.. => huge_string(buf, data),
    }
}

/// Grows once for both parts, before anything is written.
#[cold]
#[inline(never)]
fn long_string_in_more_room(buf: &mut Vec<u8>, data: &[u8]) {
    buf.reserve(data.len() + MARGIN);
    long_string(buf, data);
}

#[inline]
fn has_room(buf: &Vec<u8>, data: &[u8]) -> bool {
    buf.capacity() - buf.len() >= data.len() + MARGIN
}

#[inline]
fn medium_string(buf: &mut Vec<u8>, data: &[u8]) {
    let length = (data.len() as u32) << 8;
    head_and_data(buf, (length | u32::from(MEDIUM)).to_le_bytes(), data);
}

fn huge_string(buf: &mut Vec<u8>, data: &[u8]) {
    let length = data.len() as u64;
    assert!(length < MIN_IMPOSSIBLE, "no memory holds so long a string");
    head_and_data(buf, (length << 8 | u64::from(HUGE)).to_le_bytes(), data);
}

#[inline]
fn head_and_data<const N: usize>(buf: &mut Vec<u8>, head: [u8; N], data: &[u8]) {
    buf.extend_from_slice(&head);
    buf.extend_from_slice(data);
    let padding = (N + data.len()).wrapping_neg() % 4;
    // Most long data needs none: parts of files, cells, packed messages.
    if padding != 0 {
        let end = buf.len() + padding;
        buf.extend_from_slice(&[0; 3]);
        buf.truncate(end);
    }
}

#[cfg(test)]
mod tests;
