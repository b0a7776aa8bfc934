//! A server: reads lines from one side of a pipe, and writes lines to the other.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tl_runtime::reflect::{Envelope, ReadError};
use tl_runtime::{Deserializable, EncodeError, Serializable};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;
use tokio_util::codec::{FramedRead, FramedWrite, LinesCodec, LinesCodecError};

use crate::account::Account;
use crate::api::{Object, SCHEMA, types};

/// What a connection may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The longest line, in bytes.
    pub line: usize,
    /// How many accounts it may have, each with a `@client_id` of its own.
    pub accounts: usize,
    /// How long it may leave an answer unread. It may be silent for ever.
    pub patience: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { line: 1 << 20, accounts: 16, patience: Duration::from_secs(30) }
    }
}

/// Serves one connection until it ends.
///
/// # Errors
///
/// If the connection breaks, or takes more than the limits allow. Requests that cannot be read are answered.
pub async fn serve(
    read: impl AsyncRead + Unpin,
    write: impl AsyncWrite + Unpin,
    limits: Limits,
) -> Result<(), ServeError> {
    let mut requests = FramedRead::new(read, LinesCodec::new_with_max_length(limits.line));
    let mut lines = FramedWrite::new(write, LinesCodec::new());
    let mut accounts = Accounts { of: HashMap::new(), most: limits.accounts };
    while let Some(request) = requests.next().await {
        for line in accounts.answer(&request?)? {
            timeout(limits.patience, lines.send(line)).await.map_err(|_| ServeError::Unread)??;
        }
    }
    Ok(())
}

/// The accounts of a connection, by their `@client_id`.
struct Accounts {
    of: HashMap<Option<i32>, Account>,
    most: usize,
}

impl Accounts {
    /// The answer to a request, and the updates that follow from it.
    fn answer(&mut self, request: &str) -> Result<Vec<String>, ServeError> {
        let (call, envelope) = match SCHEMA.from_json_with(request) {
            Ok((bytes, envelope)) => (Object::from_bytes(&bytes).map_err(bad_request), envelope),
            Err(error) => (Err(bad_request(error)), SCHEMA.envelope(request)),
        };
        let account = self.account(envelope.client_id);
        let (answer, updates) = match (account, call) {
            (Some(account), Ok(call)) => (account.answer(call), account.updates()),
            (Some(_), Err(error)) => (Err(error), vec![]),
            (None, _) => (Err(bad_request("too many clients")), vec![]),
        };
        let answer = answer.or_else(|error| error.to_bytes())?;
        let mut lines = vec![SCHEMA.to_json_with(&answer, envelope)?];
        for update in updates {
            lines.push(SCHEMA.to_json_with(&update.to_bytes()?, Envelope { extra: None, ..envelope })?);
        }
        Ok(lines)
    }

    fn account(&mut self, id: Option<i32>) -> Option<&mut Account> {
        let is_full = self.of.len() >= self.most && !self.of.contains_key(&id);
        (!is_full).then(|| self.of.entry(id).or_default())
    }
}

fn bad_request(error: impl fmt::Display) -> types::Error {
    types::Error { code: 400, message: format!("Failed to parse JSON object as TDLib request: {error}") }
}

/// Why a connection ended early.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The connection broke, or a line was too long or not UTF-8.
    #[error(transparent)]
    Line(#[from] LinesCodecError),
    /// The peer does not read its answers.
    #[error("answers are left unread")]
    Unread,
    /// An answer cannot be written.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// An answer that was written cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}
