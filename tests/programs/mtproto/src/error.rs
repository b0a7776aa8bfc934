//! What can go wrong.

use tl_runtime::{DecodeError, EncodeError};

use crate::schema::mtproto::types;

/// Why a call or a connection failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The connection broke, or a frame was too long.
    #[error("connection: {0}")]
    Io(#[from] std::io::Error),
    /// The peer sent something that the schema does not have.
    #[error("received what cannot be decoded: {0}")]
    Decode(#[from] DecodeError),
    /// A value cannot be written.
    #[error("cannot encode: {0}")]
    Encode(#[from] EncodeError),
    /// The peer violated the protocol, or somebody between us did.
    #[error("security check failed: {0}")]
    Security(&'static str),
    /// The server refused the connection: <https://core.telegram.org/mtproto/mtproto-transports#transport-errors>.
    #[error("transport error {0}")]
    Transport(i32),
    /// The server refused a message: <https://core.telegram.org/mtproto/service_messages_about_messages>.
    #[error("the server refused the message, error {0}")]
    BadMessage(i32),
    /// The call failed: <https://core.telegram.org/api/errors>.
    #[error("error {}: {}", .0.error_code, .0.error_message)]
    Rpc(types::RpcError),
    /// Packed data that unpacks to more than the limit.
    #[error("packed data of more than {0} bytes")]
    TooLarge(u64),
    /// The peer was silent for too long.
    #[error("no answer in time")]
    Timeout,
    /// The server sent something that this client does not handle.
    #[error("unexpected {0}")]
    Unexpected(&'static str),
    /// So many updates came while their receiver was busy: ask for them with `updates.getDifference`.
    #[error("missed {0} updates")]
    Missed(u64),
    /// The connection has ended.
    #[error("the connection has ended")]
    Closed,
}

/// A rule of the [security guidelines](https://core.telegram.org/mtproto/security_guidelines) that must hold.
pub fn check(holds: bool, rule: &'static str) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(Error::Security(rule)) }
}
