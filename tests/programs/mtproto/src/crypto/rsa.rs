//! RSA with the padding of <https://core.telegram.org/mtproto/auth_key#41-rsa-paddata-server-public-key-mentioned-above-is-implemented-as-follows>.

use tl_runtime::{BareSerializable, EncodeError};

use super::{ige, number, part, random, sha1, sha256};
use crate::error::{Error, check};
pub use crate::schema::envelope::types::RsaPublicKey as PublicKey;

/// Data with padding.
const PADDED: usize = 192;
/// The most that `data` may be, so that at least 48 bytes are random.
const LONGEST: usize = 144;

impl PublicKey {
    /// Which key it is: the last eight bytes of its hash.
    pub fn fingerprint(&self) -> Result<i64, EncodeError> {
        Ok(i64::from_le_bytes(part(&sha1(&[&self.to_bare_bytes()?]), 12)))
    }

    /// Encrypts at most 144 bytes to the owner of the private key.
    pub fn encrypt(&self, data: &[u8]) -> Result<Vec<u8>, Error> {
        check(data.len() <= LONGEST, "what is encrypted by RSA is short")?;
        let mut padded: [u8; PADDED] = random();
        padded[..data.len()].copy_from_slice(data);
        // Rarely the number is not below the modulus.
        let block = std::iter::repeat_with(|| pad(&padded, random())).find(|block| block[..] < self.n[..]);
        self.raw(&block.expect("an endless search"))
    }

    /// RSA itself, without padding.
    pub(super) fn raw(&self, block: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(number::power(block, &self.e, &self.n)?.to_vec())
    }
}

/// What a server knows of itself.
#[derive(Clone)]
pub struct PrivateKey {
    /// What clients get.
    pub public: PublicKey,
    /// The secret exponent.
    pub d: Vec<u8>,
}

impl PrivateKey {
    /// Decrypts what [`PublicKey::encrypt`] encrypted. The padding is still there.
    pub fn decrypt(&self, data: &[u8]) -> Result<[u8; PADDED], Error> {
        let block = number::power(data, &self.d, &self.public.n)?;
        let (mask, rest) = block.split_at(32);
        let key = xor(part(mask, 0), sha256(&[rest]));
        let mut rest = rest.to_vec();
        ige::decrypt(&mut rest, &key, &[0; 32]);
        let mut padded: [u8; PADDED] = part(&rest, 0);
        padded.reverse();
        check(rest[PADDED..] == sha256(&[&key, &padded]), "the hash of data encrypted by RSA")?;
        Ok(padded)
    }
}

/// Spreads data over a whole block, so that none of it can be read or changed without all of it.
pub(super) fn pad(data: &[u8; PADDED], key: [u8; 32]) -> [u8; number::LENGTH] {
    let mut encrypted: Vec<u8> = data.iter().rev().copied().collect();
    encrypted.extend(sha256(&[&key, data]));
    ige::encrypt(&mut encrypted, &key, &[0; 32]);
    let mask = xor(key, sha256(&[&encrypted]));
    part(&[&mask[..], &encrypted].concat(), 0)
}

fn xor(one: [u8; 32], two: [u8; 32]) -> [u8; 32] {
    std::array::from_fn(|index| one[index] ^ two[index])
}
