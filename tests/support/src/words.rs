//! Bytes as 32-bit words, the way Telegram's documentation prints messages.

/// The bytes of the words, each little-endian: `03c51564 3939370b`.
///
/// # Panics
///
/// If something is not a word.
pub fn bytes(words: &str) -> Vec<u8> {
    let word = |word| u32::from_str_radix(word, 16).expect("a word of eight hexadecimal digits");
    words.split_whitespace().flat_map(|digits| word(digits).to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_little_endian() {
        assert_eq!(super::bytes("03c51564 3939370b"), *b"\x64\x15\xc5\x03\x0b799");
    }
}
