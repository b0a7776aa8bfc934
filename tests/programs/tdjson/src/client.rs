//! A client: many calls at once over one connection, for any number of accounts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tl_runtime::reflect::{Envelope, ParseError, ReadError};
use tl_runtime::{Combinator, DecodeError, Deserializable, EncodeError, FunctionOwned, RawObject};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;
use tokio_util::codec::{FramedRead, FramedWrite, LinesCodec};

use crate::api::enums::Update;
use crate::api::{SCHEMA, types};

/// The longest line that a client reads, in bytes.
const MAX_LINE: usize = 1 << 24;

/// A connection to a server, for one of its accounts. Clones share it; it is closed with the last of them.
#[derive(Clone)]
pub struct Client {
    id: i32,
    patience: Duration,
    outgoing: mpsc::Sender<String>,
    waiting: Arc<Waiting>,
}

impl Client {
    /// Talks to a server over a pipe or a socket. A call fails if its answer takes longer than `patience`.
    ///
    /// Updates come with the `@client_id` that they are for, in the order of the server's lines. Answers after them wait
    /// until they are received, or until the receiver is dropped.
    pub fn connect(
        read: impl AsyncRead + Unpin + Send + 'static,
        write: impl AsyncWrite + Unpin + Send + 'static,
        patience: Duration,
    ) -> (Self, mpsc::Receiver<(i32, Update)>) {
        let (outgoing, lines) = mpsc::channel(64);
        let (updates, receiver) = mpsc::channel(64);
        let waiting = Arc::new(Waiting::default());
        tokio::spawn(write_lines(FramedWrite::new(write, LinesCodec::new()), lines));
        let lines = FramedRead::new(read, LinesCodec::new_with_max_length(MAX_LINE));
        tokio::spawn(read_lines(lines, waiting.clone(), updates));
        (Self { id: 1, patience, outgoing, waiting }, receiver)
    }

    /// The same connection for the account with this `@client_id`.
    #[must_use]
    pub fn with_id(self, id: i32) -> Self {
        Self { id, ..self }
    }

    /// Calls a function.
    ///
    /// # Errors
    ///
    /// [`CallError::Server`] if that is what the server answers; else if there is no answer, or it is not of the
    /// function's type.
    pub async fn call<F: FunctionOwned>(&self, call: &F) -> Result<F::Return, CallError> {
        let (ticket, answer) = Waiting::wait(&self.waiting).ok_or(CallError::Closed)?;
        let extra = ticket.extra.to_string();
        let envelope = Envelope { extra: Some(&extra), client_id: Some(self.id) };
        let line = SCHEMA.to_json_with(&call.to_bytes()?, envelope)?;
        let exchange = async {
            self.outgoing.send(line).await.map_err(|_| CallError::Closed)?;
            answer.await.map_err(|_| CallError::Closed)
        };
        let answer = timeout(self.patience, exchange).await.map_err(|_| CallError::Timeout)??;
        let answer = RawObject::new(answer?);
        match answer.id() {
            Some(types::Error::ID) => Err(CallError::Server(answer.decode()?)),
            _ => Ok(call.answer(&answer.into_bytes())?),
        }
    }
}

async fn write_lines(
    mut write: FramedWrite<impl AsyncWrite + Unpin, LinesCodec>,
    mut lines: mpsc::Receiver<String>,
) {
    while let Some(line) = lines.recv().await {
        if write.send(line).await.is_err() {
            return;
        }
    }
}

async fn read_lines(
    mut lines: FramedRead<impl AsyncRead + Unpin, LinesCodec>,
    waiting: Arc<Waiting>,
    updates: mpsc::Sender<(i32, Update)>,
) {
    while let Some(Ok(line)) = lines.next().await {
        let (message, envelope) = match SCHEMA.from_json_with(&line) {
            Ok((bytes, envelope)) => (Ok(bytes), envelope),
            Err(error) => (Err(error), SCHEMA.envelope(&line)),
        };
        match (envelope.extra, message) {
            (Some(extra), message) => waiting.answer(extra, message),
            (None, Ok(bytes)) => {
                if let Ok(update) = Update::from_bytes(&bytes) {
                    // Who does not listen does not mind.
                    let _ = updates.send((envelope.client_id.unwrap_or_default(), update)).await;
                }
            }
            // An update that a newer server has.
            (None, Err(_)) => {}
        }
    }
    waiting.close();
}

type Answer = Result<Vec<u8>, ParseError>;

/// Who waits for the answer with which `@extra`; nobody any more once the connection is closed.
struct Waiting {
    next: AtomicU64,
    calls: Mutex<Option<HashMap<u64, oneshot::Sender<Answer>>>>,
}

impl Default for Waiting {
    fn default() -> Self {
        Self { next: AtomicU64::new(1), calls: Mutex::new(Some(HashMap::new())) }
    }
}

impl Waiting {
    fn wait(self: &Arc<Self>) -> Option<(Ticket, oneshot::Receiver<Answer>)> {
        let (sender, receiver) = oneshot::channel();
        let extra = self.next.fetch_add(1, Ordering::Relaxed);
        self.lock().as_mut()?.insert(extra, sender);
        Some((Ticket { waiting: self.clone(), extra }, receiver))
    }

    fn answer(&self, extra: &str, answer: Answer) {
        let sender = extra.parse().ok().and_then(|extra| self.remove(extra));
        // Nobody waits for an answer to nothing, or for one that came too late.
        let _ = sender.map(|sender| sender.send(answer));
    }

    fn remove(&self, extra: u64) -> Option<oneshot::Sender<Answer>> {
        self.lock().as_mut()?.remove(&extra)
    }

    fn close(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<HashMap<u64, oneshot::Sender<Answer>>>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes its entry out when the call is over, however it ends.
struct Ticket {
    waiting: Arc<Waiting>,
    extra: u64,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.waiting.remove(self.extra);
    }
}

/// Why a call has no answer.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The call cannot be written.
    #[error("the call cannot be written: {0}")]
    Encode(#[from] EncodeError),
    /// The call is none of TDLib's.
    #[error("the call cannot be written as JSON: {0}")]
    Json(#[from] ReadError),
    /// The answer is not JSON, or nothing that the schema knows.
    #[error("the answer cannot be read: {0}")]
    Parse(#[from] ParseError),
    /// The answer is not what the function answers.
    #[error("the answer is of another type: {0}")]
    Decode(#[from] DecodeError),
    /// The server answered that it cannot.
    #[error("the server says: {} ({})", .0.message, .0.code)]
    Server(types::Error),
    /// The server did not answer in time.
    #[error("no answer in time")]
    Timeout,
    /// The connection is closed.
    #[error("the connection is closed")]
    Closed,
}
