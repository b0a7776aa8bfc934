//! Hashes, random numbers, and the ciphers built on them.

mod auth_key;
pub mod ige;
pub mod number;
mod rsa;
mod temporary;

use sha1::{Digest, Sha1};
use sha2::Sha256;

pub use self::auth_key::{AuthKey, Side};
pub use self::rsa::{PrivateKey, PublicKey};
pub use self::temporary::TemporaryKey;

/// SHA-1 of the parts, one after the other.
#[must_use]
pub fn sha1(parts: &[&[u8]]) -> [u8; 20] {
    parts.iter().fold(Sha1::new(), |hash, part| hash.chain_update(part)).finalize().into()
}

/// SHA-256 of the parts, one after the other.
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part)).finalize().into()
}

/// Random bytes from the operating system.
///
/// # Panics
///
/// If the system has none.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    bytes
}

/// Part of a hash or a key, as the documentation's `substr(bytes, from, N)`.
fn part<const N: usize>(bytes: &[u8], from: usize) -> [u8; N] {
    bytes[from..from + N].try_into().expect("as many bytes as were asked for")
}

/// The bytes that these hexadecimal digits are.
///
/// # Panics
///
/// If there are fewer of them, or others.
#[must_use]
pub const fn hex<const N: usize>(digits: &[u8]) -> [u8; N] {
    let (mut bytes, mut index) = ([0; N], 0);
    while index < 2 * N {
        let Some(digit) = (digits[index] as char).to_digit(16) else { panic!("a hexadecimal digit") };
        bytes[index / 2] = bytes[index / 2] << 4 | digit as u8;
        index += 1;
    }
    bytes
}

#[cfg(test)]
mod tests;
