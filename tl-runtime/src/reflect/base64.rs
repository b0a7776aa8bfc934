//! Bytes as JSON has them: the usual alphabet, with padding.

use alloc::vec::Vec;
#[cfg(feature = "json")]
use core::fmt;

#[cfg(feature = "json")]
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes bytes.
#[cfg(feature = "json")]
pub(super) fn encode(bytes: &[u8], out: &mut impl fmt::Write) -> fmt::Result {
    let mut buffer = [0; 64];
    for part in bytes.chunks(buffer.len() / 4 * 3) {
        let mut len = 0;
        for group in part.chunks(3) {
            let [a, b, c] =
                [group.first(), group.get(1), group.get(2)].map(|byte| byte.copied().unwrap_or(0));
            let bits = u32::from_be_bytes([0, a, b, c]);
            for place in 0..4 {
                let digit = ALPHABET[(bits >> (18 - 6 * place) & 63) as usize];
                buffer[len] = if place > group.len() { b'=' } else { digit };
                len += 1;
            }
        }
        out.write_str(str::from_utf8(&buffer[..len]).unwrap_or_default())?;
    }
    Ok(())
}

/// Appends the bytes that a text says; `None` if it says none. Padding may be missing.
pub(super) fn decode(text: &str, out: &mut Vec<u8>) -> Option<()> {
    let digits = text.trim_end_matches('=').as_bytes();
    if text.len() - digits.len() > 2 {
        return None;
    }
    for group in digits.chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            bits = bits << 6 | group.get(place).map_or(Some(0), |digit| value(*digit))?;
        }
        let bytes = &bits.to_be_bytes()[1..];
        match group.len() {
            1 => return None,
            len if bytes[len - 1..].iter().any(|byte| *byte != 0) && len < 4 => return None,
            len => out.extend(&bytes[..len - 1]),
        }
    }
    Some(())
}

fn value(digit: u8) -> Option<u32> {
    Some(
        match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        }
        .into(),
    )
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::{decode, encode};
    use alloc::string::String;
    use alloc::vec::Vec;

    #[test]
    fn the_examples_of_rfc_4648() {
        let examples = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (plain, encoded) in examples {
            let mut text = String::new();
            encode(plain.as_bytes(), &mut text).expect("a string can be written to");
            assert_eq!(text, encoded);
            let mut bytes = Vec::new();
            assert_eq!(decode(encoded, &mut bytes), Some(()));
            assert_eq!(bytes, plain.as_bytes());
        }
        for wrong in ["Z", "Zh==", "Zm9=", "Zm9v!", "===", "Zg==="] {
            assert_eq!(decode(wrong, &mut Vec::new()), None, "{wrong}");
        }
    }
}
