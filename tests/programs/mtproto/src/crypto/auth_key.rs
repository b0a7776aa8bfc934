//! The key that client and server agreed on: <https://core.telegram.org/mtproto/description>.

use bytes::{Bytes, BytesMut};
use tl_runtime::{BareDeserializable, BareSerializable};

use super::{ige, number, part, random, sha1, sha256};
use crate::error::{Error, check};
use crate::schema::envelope::types::EncryptedHeader;

/// Who sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// From client to server.
    Client,
    /// From server to client.
    Server,
}

impl Side {
    /// Who receives.
    pub fn other(self) -> Self {
        match self {
            Side::Client => Side::Server,
            Side::Server => Side::Client,
        }
    }

    /// The `x` of the documentation.
    fn offset(self) -> usize {
        match self {
            Side::Client => 0,
            Side::Server => 8,
        }
    }
}

/// A secret of 2048 bits.
#[derive(Clone)]
pub struct AuthKey {
    bytes: [u8; number::LENGTH],
    hash: [u8; 20],
}

impl AuthKey {
    /// The key that these bytes are.
    pub fn new(bytes: [u8; number::LENGTH]) -> Self {
        Self { hash: sha1(&[&bytes]), bytes }
    }

    /// `auth_key_id`: the last eight bytes of the key's hash.
    pub fn id(&self) -> i64 {
        i64::from_le_bytes(part(&self.hash, 12))
    }

    /// `auth_key_aux_hash`: the first eight bytes.
    pub fn aux_hash(&self) -> i64 {
        i64::from_le_bytes(part(&self.hash, 0))
    }

    /// `new_nonce_hash1` to `new_nonce_hash3`: proves that the server has the key.
    pub fn nonce_hash(&self, new_nonce: &[u8; 32], number: u8) -> [u8; 16] {
        part(&sha1(&[new_nonce, &[number], &self.hash[..8]]), 4)
    }

    /// Encrypts data and random padding, and puts the header before it.
    pub fn seal(&self, sender: Side, mut data: Vec<u8>) -> Result<Vec<u8>, Error> {
        // At least 12 bytes, at most 1024, and whole blocks.
        let padding: [u8; 32] = random();
        data.extend_from_slice(&padding[..12 + (data.len() + 12).wrapping_neg() % 16]);
        let msg_key = self.msg_key(sender, &data);
        let (key, iv) = self.derive(sender, &msg_key);
        ige::encrypt(&mut data, &key, &iv);
        let mut frame = EncryptedHeader { auth_key_id: self.id(), msg_key }.to_bare_bytes()?;
        frame.append(&mut data);
        Ok(frame)
    }

    /// Decrypts a frame to data and padding.
    pub fn open(&self, sender: Side, mut frame: BytesMut) -> Result<Bytes, Error> {
        let (header, length) = EncryptedHeader::from_bare_prefix(&frame)?;
        check(header.auth_key_id == self.id(), "auth_key_id is that of our key")?;
        let mut data = frame.split_off(length);
        check(data.len().is_multiple_of(16), "encrypted data has whole blocks")?;
        let (key, iv) = self.derive(sender, &header.msg_key);
        ige::decrypt(&mut data, &key, &iv);
        check(self.msg_key(sender, &data) == header.msg_key, "msg_key is the hash of the data")?;
        Ok(data.freeze())
    }

    fn msg_key(&self, sender: Side, padded: &[u8]) -> [u8; 16] {
        let from = 88 + sender.offset();
        part(&sha256(&[&self.bytes[from..from + 32], padded]), 8)
    }

    fn derive(&self, sender: Side, msg_key: &[u8; 16]) -> ([u8; 32], [u8; 32]) {
        let x = sender.offset();
        let a = sha256(&[msg_key, &self.bytes[x..x + 36]]);
        let b = sha256(&[&self.bytes[40 + x..40 + x + 36], msg_key]);
        let mix = |a: &[u8; 32], b: &[u8; 32]| part(&[&a[..8], &b[8..24], &a[24..]].concat(), 0);
        (mix(&a, &b), mix(&b, &a))
    }
}
