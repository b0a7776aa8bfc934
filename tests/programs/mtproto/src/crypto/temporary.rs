//! The key that hides the exchange itself: <https://core.telegram.org/mtproto/auth_key#6-server-responds-with>.

use tl_runtime::{DeserializableOwned, Serializable};

use super::{ige, part, random, sha1};
use crate::error::{Error, check};

/// Made of the two nonces that only client and server know.
#[derive(Clone)]
pub struct TemporaryKey {
    key: [u8; 32],
    iv: [u8; 32],
}

impl TemporaryKey {
    /// The key of this exchange.
    pub fn new(server_nonce: &[u8; 16], new_nonce: &[u8; 32]) -> Self {
        let [new_server, server_new, new_new] = [
            sha1(&[new_nonce, server_nonce]),
            sha1(&[server_nonce, new_nonce]),
            sha1(&[new_nonce, new_nonce]),
        ];
        let key = [&new_server[..], &server_new[..12]].concat();
        let iv = [&server_new[12..], &new_new, &new_nonce[..4]].concat();
        Self { key: part(&key, 0), iv: part(&iv, 0) }
    }

    /// Encrypts a value with its hash.
    pub fn encrypt<T: Serializable>(&self, value: &T) -> Result<Vec<u8>, Error> {
        self.encrypt_padded(value, random())
    }

    /// The same with the bytes that pad the last block.
    pub(super) fn encrypt_padded<T: Serializable>(
        &self,
        value: &T,
        padding: [u8; 16],
    ) -> Result<Vec<u8>, Error> {
        let value = value.to_bytes()?;
        let mut data = [&sha1(&[&value])[..], &value].concat();
        data.extend_from_slice(&padding[..data.len().wrapping_neg() % 16]);
        ige::encrypt(&mut data, &self.key, &self.iv);
        Ok(data)
    }

    /// Decrypts a value and checks its hash.
    pub fn decrypt<T: DeserializableOwned>(&self, data: &[u8]) -> Result<T, Error> {
        check(data.len().is_multiple_of(16), "encrypted data has whole blocks")?;
        let mut data = data.to_vec();
        ige::decrypt(&mut data, &self.key, &self.iv);
        let (hash, data) = data.split_at_checked(20).ok_or(Error::Security("encrypted data has a hash"))?;
        let (value, length) = T::from_prefix(data)?;
        let (value_bytes, padding) = data.split_at(length);
        check(padding.len() < 16, "padding is shorter than a block")?;
        check(sha1(&[value_bytes]) == hash, "the hash of encrypted data")?;
        Ok(value)
    }
}
