//! Bytes as hexadecimal digits.

/// The bytes that these digits are; white space between them does not count.
///
/// # Panics
///
/// If there is anything else, or half a byte.
pub fn bytes(digits: &str) -> Vec<u8> {
    let digits: Vec<u8> = digits.bytes().filter(|digit| !digit.is_ascii_whitespace()).collect();
    let (pairs, rest) = digits.as_chunks::<2>();
    assert!(rest.is_empty(), "half a byte");
    pairs.iter().map(|&[high, low]| value(high) << 4 | value(low)).collect()
}

/// The same as an array.
///
/// # Panics
///
/// If there are more or fewer than `N`.
pub fn array<const N: usize>(digits: &str) -> [u8; N] {
    bytes(digits).try_into().expect("as many bytes as the array has")
}

/// Two digits for each byte.
pub fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn value(digit: u8) -> u8 {
    (digit as char).to_digit(16).expect("a hexadecimal digit") as u8
}

#[cfg(test)]
mod tests {
    #[test]
    fn there_and_back() {
        assert_eq!(super::bytes("00 7f\nff"), [0, 0x7f, 0xff]);
        assert_eq!(super::digits(&[0, 0x7f, 0xff]), "007fff");
        assert_eq!(super::array("0102"), [1, 2]);
    }
}
