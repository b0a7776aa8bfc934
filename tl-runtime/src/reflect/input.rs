//! The bytes that are walked through, with the limits that decode has.

use super::ReadError;
use crate::{DecodeErrorKind, Reader, limits};

/// What is left of the input.
pub(super) struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Where it ends, or the bounded part of it.
    end: usize,
    /// How many of the bytes that are left the unread elements of vectors take at least.
    claimed: usize,
    /// Vector elements without bytes that are still allowed.
    empty_elements: usize,
    depth: u32,
    max_depth: u32,
    is_strict: bool,
}

/// What a bounded part of the input was taken out of.
#[derive(Clone, Copy)]
pub(super) struct Outside {
    end: usize,
    claimed: usize,
    depth: u32,
}

type Result<T> = core::result::Result<T, ReadError>;

impl<'a> Input<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            end: bytes.len(),
            claimed: 0,
            empty_elements: limits::MAX_EMPTY_ELEMENTS,
            depth: limits::MAX_DEPTH,
            max_depth: limits::MAX_DEPTH,
            is_strict: false,
        }
    }

    /// The same input from here on. Only what encode makes is accepted.
    pub(super) fn strictly(&self) -> Self {
        Self { is_strict: true, ..*self }
    }

    pub(super) fn set_max_depth(&mut self, levels: u32) {
        (self.depth, self.max_depth) = (levels, levels);
    }

    #[inline]
    pub(super) fn offset(&self) -> usize {
        self.at
    }

    #[inline]
    pub(super) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..self.end]
    }

    /// What was read since `start`.
    #[inline]
    pub(super) fn since(&self, start: usize) -> &'a [u8] {
        &self.bytes[start..self.at]
    }

    #[cold]
    pub(super) fn error(&self, kind: DecodeErrorKind) -> ReadError {
        ReadError::new(kind, self.at, None)
    }

    /// The id before this place is none of the type `expected`.
    #[cold]
    pub(super) fn unknown_id(&self, id: u32, expected: &str) -> ReadError {
        ReadError::new(DecodeErrorKind::UnknownId { id }, self.at - 4, Some(expected))
    }

    #[cold]
    fn too_short(&self, needed: usize, expected: Option<&str>) -> ReadError {
        let kind = DecodeErrorKind::UnexpectedEnd { needed: needed as u64, left: self.end - self.at };
        ReadError::new(kind, self.at, expected)
    }

    /// Reads `N` bytes of a builtin type.
    #[inline]
    pub(super) fn array<const N: usize>(&mut self, expected: &str) -> Result<[u8; N]> {
        match self.rest().first_chunk() {
            Some(chunk) => {
                self.at += N;
                Ok(*chunk)
            }
            None => Err(self.too_short(N, Some(expected))),
        }
    }

    /// Reads `count` bytes of a builtin type.
    #[inline]
    pub(super) fn take(&mut self, count: usize, expected: Option<&str>) -> Result<&'a [u8]> {
        match self.rest().get(..count) {
            Some(bytes) => {
                self.at += count;
                Ok(bytes)
            }
            None => Err(self.too_short(count, expected)),
        }
    }

    /// Reads an id, or flags.
    #[inline]
    pub(super) fn u32(&mut self) -> Result<u32> {
        match self.rest().first_chunk() {
            Some(chunk) => {
                self.at += 4;
                Ok(u32::from_le_bytes(*chunk))
            }
            None => Err(self.too_short(4, None)),
        }
    }

    /// Reads an id that can only be this one.
    pub(super) fn expect_id(&mut self, id: u32, expected: &str) -> Result<()> {
        match self.u32()? {
            found if found == id => Ok(()),
            found => Err(self.unknown_id(found, expected)),
        }
    }

    /// Reads `string` or `bytes`.
    #[inline]
    pub(super) fn string(&mut self, expected: &str) -> Result<&'a [u8]> {
        if let Some((&len, after)) = self.rest().split_first()
            && usize::from(len) <= limits::MAX_SHORT
            && !self.is_strict
            && after.len() >= usize::from(len | 3)
        {
            self.at += 1 + usize::from(len | 3);
            return Ok(&after[..usize::from(len)]);
        }
        let mut reader = Reader::new(self.rest()).with_strict(self.is_strict);
        match reader.string_bytes() {
            Ok(data) => {
                self.at = self.end - reader.remaining().len();
                Ok(data)
            }
            Err(error) => Err(ReadError::new(error.kind().clone(), self.at, Some(expected))),
        }
    }

    fn available(&self) -> usize {
        (self.end - self.at).saturating_sub(self.claimed)
    }

    /// Reads the count of a vector whose elements take `least` bytes or more.
    pub(super) fn count(&mut self, least: usize) -> Result<u32> {
        let start = self.at;
        let count = self.u32()?;
        let counted = self.counted(count, least);
        if counted.is_err() {
            self.at = start;
        }
        counted.map(|()| count).map_err(|kind| self.error(kind))
    }

    /// Checks that so many elements can follow.
    pub(super) fn counted(&self, count: u32, least: usize) -> core::result::Result<(), DecodeErrorKind> {
        let max = match least {
            0 => self.available().saturating_add(self.empty_elements),
            least => self.available() / least,
        };
        match count as usize > max {
            true => Err(DecodeErrorKind::CountTooLarge { count, max }),
            false => Ok(()),
        }
    }

    /// While an element is read, the bytes of those after it are not there for vectors inside of it. Returns what was
    /// claimed before.
    pub(super) fn claimed(&self) -> usize {
        self.claimed
    }

    #[inline]
    pub(super) fn claim(&mut self, bytes: usize) {
        self.claimed = bytes;
    }

    /// Counts an element without bytes, which `before` others of `count` precede.
    pub(super) fn empty_element(&mut self, count: u32, before: u32) -> Result<()> {
        match self.empty_elements.checked_sub(1) {
            Some(left) => {
                self.empty_elements = left;
                Ok(())
            }
            None => Err(self.error(DecodeErrorKind::CountTooLarge { count, max: before as usize })),
        }
    }

    #[inline]
    pub(super) fn enter(&mut self) -> Result<()> {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                Ok(())
            }
            None => Err(self.error(DecodeErrorKind::TooDeep { limit: self.max_depth })),
        }
    }

    #[inline]
    pub(super) fn leave(&mut self) {
        self.depth += 1;
    }

    /// Lets the input end after `length` bytes.
    pub(super) fn bound(&mut self, length: i32) -> Result<Outside> {
        let Ok(size) = usize::try_from(length) else {
            return Err(self.error(DecodeErrorKind::NegativeLength { length }));
        };
        let left = self.available();
        if size > left {
            return Err(self.error(DecodeErrorKind::UnexpectedEnd { needed: size as u64, left }));
        }
        let outside = self.outside();
        self.end = self.at + size;
        self.claimed = 0;
        Ok(outside)
    }

    pub(super) fn outside(&self) -> Outside {
        Outside { end: self.end, claimed: self.claimed, depth: self.depth }
    }

    /// Goes to the end of the bounded part, and lets the input end where it did before.
    pub(super) fn unbound(&mut self, outside: Outside) {
        self.at = self.end;
        (self.end, self.claimed, self.depth) = (outside.end, outside.claimed, outside.depth);
    }

    /// Checks that all bytes, or all of the bounded part, have been read.
    pub(super) fn finish(&self) -> Result<()> {
        match self.end - self.at {
            0 => Ok(()),
            count => Err(self.error(DecodeErrorKind::TrailingBytes { count })),
        }
    }
}
