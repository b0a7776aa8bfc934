//! Ids of combinators: the CRC32 of the canonical line, unless one is written.

pub use super::canonical::{builtin_line, canonical_line};

#[cfg(test)]
mod tests;

/// The CRC32 (IEEE) of a line.
pub fn crc32(line: &str) -> u32 {
    crc32fast::hash(line.as_bytes())
}
