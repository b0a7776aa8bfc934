//! The exchange of keys: <https://core.telegram.org/mtproto/auth_key>.

mod client;
mod server;

pub use self::client::agree;
pub use self::server::answer;
use crate::crypto::AuthKey;
use crate::error::{Error, check};

/// What client and server agreed on.
#[derive(Clone)]
pub struct Agreement {
    /// The secret that encrypts all that follows.
    pub key: AuthKey,
    /// The first salt.
    pub salt: i64,
}

impl Agreement {
    fn new(key: AuthKey, nonces: &Nonces, new_nonce: &[u8; 32]) -> Self {
        let salt = std::array::from_fn(|index| new_nonce[index] ^ nonces.server_nonce[index]);
        Self { key, salt: i64::from_le_bytes(salt) }
    }
}

/// The two random numbers in every message of one exchange.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Nonces {
    nonce: [u8; 16],
    server_nonce: [u8; 16],
}

impl Nonces {
    /// Checks those of a message.
    fn check(&self, nonce: [u8; 16], server_nonce: [u8; 16]) -> Result<(), Error> {
        check(*self == Self { nonce, server_nonce }, "nonce and server_nonce are those of this exchange")
    }
}
