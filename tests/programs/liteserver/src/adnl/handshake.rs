//! The first 256 bytes: who is called, who calls, and the keys of the session, sealed for the one who is called.

use std::io;

use ctr::cipher::{KeyIvInit, StreamCipher};
use ed25519_dalek::{SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use tl_runtime::{BareDeserializable, BareSerializable, Serializable};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use self::layout::types::{Header, Session};
use super::{Cipher, invalid};
use crate::ton::types::r#pub::Ed25519;

/// The layout of the handshake. TON has no TL for it, but TL can say it: bare, these are just the bytes.
mod layout {
    tl_runtime::tl! {
        #![tl(ids = "formal")]
        header receiver:int256 sender:int256 digest:int256 = Header;
        session to_client:int256 to_server:int256 to_client_iv:int128 to_server_iv:int128 padding:int512 = Session;
    }
}

// All fields have a fixed size: the fewest bytes are all there are.
const HEADER: usize = Header::MIN_BARE_SIZE;
const SESSION: usize = Session::MIN_BARE_SIZE;
/// The length of a handshake: 256.
pub const HANDSHAKE: usize = HEADER + SESSION;

/// The keys for both directions, which the client draws.
#[derive(Clone)]
pub struct SessionKeys(Session);

impl SessionKeys {
    /// Draws new keys.
    pub fn random() -> Self {
        let mut bytes = [0; SESSION];
        rand::RngCore::fill_bytes(&mut rand::rngs::OsRng, &mut bytes);
        Self::from_bytes(&bytes).expect("a session is as long as its fields")
    }

    /// The keys that these 160 bytes hold.
    ///
    /// # Errors
    ///
    /// If there are more bytes, or fewer.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, tl_runtime::DecodeError> {
        Session::from_bare_bytes(bytes).map(Self)
    }

    /// The 160 bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bare_bytes().expect("fields of fixed size can be written")
    }

    /// The cipher of what the server sends.
    pub fn to_client(&self) -> Cipher {
        Cipher::new(&self.0.to_client.into(), &self.0.to_client_iv.into())
    }

    /// The cipher of what the client sends.
    pub fn to_server(&self) -> Cipher {
        Cipher::new(&self.0.to_server.into(), &self.0.to_server_iv.into())
    }
}

/// The address of a key: the SHA-256 of its boxed TL.
pub fn key_id(key: &VerifyingKey) -> [u8; 32] {
    let key = Ed25519 { key: key.to_bytes() };
    Sha256::digest(key.to_bytes().expect("fields of fixed size can be written")).into()
}

/// What two keys have in common: X25519 of the Ed25519 keys.
pub fn shared_secret(own: &SigningKey, other: &VerifyingKey) -> [u8; 32] {
    x25519_dalek::x25519(own.to_scalar_bytes(), other.to_montgomery().to_bytes())
}

/// Writes a handshake.
pub fn seal(
    receiver: &VerifyingKey,
    sender: &VerifyingKey,
    secret: &[u8; 32],
    keys: &SessionKeys,
) -> Vec<u8> {
    let mut session = keys.to_bytes();
    let digest = Sha256::digest(&session).into();
    session_cipher(secret, &digest).apply_keystream(&mut session);

    let header = Header { receiver: key_id(receiver), sender: sender.to_bytes(), digest };
    let mut handshake = header.to_bare_bytes().expect("fields of fixed size can be written");
    handshake.append(&mut session);
    handshake
}

/// Reads a handshake for `own`.
///
/// # Errors
///
/// `InvalidData` if it is for another key, comes from a key that is none, or its digest is not that of the keys.
pub fn open(handshake: &[u8; HANDSHAKE], own: &SigningKey) -> io::Result<SessionKeys> {
    let (header, session) = handshake.split_at(HEADER);
    let header = Header::from_bare_bytes(header).map_err(io::Error::other)?;
    if header.receiver != key_id(&own.verifying_key()) {
        return Err(invalid("the handshake is for another key"));
    }
    let sender =
        VerifyingKey::from_bytes(&header.sender).map_err(|_| invalid("the sender's key is not a point"))?;

    let mut session = session.to_vec();
    session_cipher(&shared_secret(own, &sender), &header.digest).apply_keystream(&mut session);
    if Sha256::digest(&session)[..] != header.digest {
        return Err(invalid("the handshake's digest is wrong"));
    }
    SessionKeys::from_bytes(&session).map_err(io::Error::other)
}

/// The cipher of the keys on their way: half of its key is secret, half of it comes from the digest.
fn session_cipher(secret: &[u8; 32], digest: &[u8; 32]) -> Cipher {
    let key = [&secret[..16], &digest[16..]].concat();
    let iv = [&digest[..4], &secret[20..]].concat();
    Cipher::new_from_slices(&key, &iv).expect("32 bytes and 16")
}

pub(super) async fn send(
    stream: &mut (impl AsyncWriteExt + Unpin),
    server: &VerifyingKey,
    keys: &SessionKeys,
) -> io::Result<()> {
    // A key for this connection only: a liteserver does not ask who its clients are.
    let own = SigningKey::from_bytes(&rand::random());
    stream.write_all(&seal(server, &own.verifying_key(), &shared_secret(&own, server), keys)).await
}

pub(super) async fn receive(
    stream: &mut (impl AsyncReadExt + Unpin),
    own: &SigningKey,
) -> io::Result<SessionKeys> {
    let mut handshake = [0; HANDSHAKE];
    stream.read_exact(&mut handshake).await?;
    open(&handshake, own)
}
