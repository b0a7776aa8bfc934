//! Hashes, random numbers, and the ciphers built on them.

mod auth_key;
mod ige;
pub mod number;
mod rsa;
mod temporary;

use sha1::{Digest, Sha1};
use sha2::Sha256;

pub use self::auth_key::{AuthKey, Side};
pub use self::rsa::{PrivateKey, PublicKey};
pub use self::temporary::TemporaryKey;

/// SHA-1 of the parts, one after the other.
pub fn sha1(parts: &[&[u8]]) -> [u8; 20] {
    parts.iter().fold(Sha1::new(), |hash, part| hash.chain_update(part)).finalize().into()
}

/// SHA-256 of the parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part)).finalize().into()
}

/// Random bytes from the operating system.
///
/// # Panics
///
/// If the system has none.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    bytes
}

/// Part of a hash or a key, as the documentation's `substr(bytes, from, N)`.
fn part<const N: usize>(bytes: &[u8], from: usize) -> [u8; N] {
    bytes[from..from + N].try_into().expect("as many bytes as were asked for")
}

#[cfg(test)]
mod tests;
