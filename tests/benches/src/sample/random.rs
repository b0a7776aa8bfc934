//! Numbers that look like those of real traffic, and are the same in each run.

use bytes::Bytes;
use tl_test_support::random;

/// A generator of numbers.
pub(crate) struct Random(random::Random);

impl Random {
    pub(crate) fn new() -> Self {
        Self(random::Random::new(0))
    }

    fn next(&mut self) -> u64 {
        self.0.number()
    }

    /// Any number.
    pub(crate) fn long(&mut self) -> i64 {
        self.next() as i64
    }

    /// A number in the range.
    pub(crate) fn int(&mut self, range: std::ops::Range<i32>) -> i32 {
        self.0.int(range)
    }

    /// Whether something happens that does so in `percent` of all cases.
    pub(crate) fn chance(&mut self, percent: i32) -> bool {
        self.int(0..100) < percent
    }

    /// A moment of the year 2025.
    pub(crate) fn date(&mut self) -> i32 {
        self.int(1_735_689_600..1_767_225_600)
    }

    /// The id of a user or a chat.
    pub(crate) fn id(&mut self) -> i64 {
        i64::from(self.int(100_000..i32::MAX))
    }

    pub(crate) fn bytes(&mut self, len: usize) -> Bytes {
        (0..len).map(|_| self.next() as u8).collect()
    }

    pub(crate) fn hash(&mut self) -> [u8; 32] {
        std::array::from_fn(|_| self.next() as u8)
    }

    /// One word of Latin letters.
    pub(crate) fn word(&mut self, len: i32) -> String {
        (0..len).map(|_| char::from(b'a' + self.int(0..26) as u8)).collect()
    }

    /// Words of `chars` characters in all, Cyrillic one time in four.
    pub(crate) fn text(&mut self, chars: i32) -> String {
        let first = if self.chance(25) { 'а' } else { 'a' };
        let letter = |number| char::from_u32(u32::from(first) + number as u32).unwrap_or(first);
        (0..chars).map(|_| if self.chance(16) { ' ' } else { letter(self.int(0..26)) }).collect()
    }
}
