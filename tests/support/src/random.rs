//! Random numbers.

use std::ops::Range;

/// A generator of pseudo-random numbers (xorshift64*): the same numbers on every run.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// Other seeds give other numbers.
    pub fn new(seed: u64) -> Random {
        // A state of 0 would stay 0.
        Random((0x9e37_79b9_7f4a_7c15 ^ seed.wrapping_mul(0xbf58_476d_1ce4_e5b9)).max(1))
    }

    /// Any number.
    pub fn number(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        // The low bits of this generator are its worst.
        ((self.number() >> 16) % bound as u64) as usize
    }

    /// A number in the range.
    pub fn int(&mut self, range: Range<i32>) -> i32 {
        range.start + ((self.number() >> 33) % (range.end - range.start) as u64) as i32
    }
}
