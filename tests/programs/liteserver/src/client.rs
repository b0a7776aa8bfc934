//! A client: many queries at once over one connection.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use ed25519_dalek::VerifyingKey;
use tl_runtime::{
    Combinator, DecodeError, Deserializable, EncodeError, FunctionOwned, RawObject, Serializable,
};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};

use crate::adnl::{self, Receiver, Sender};
use crate::ton::Object;
use crate::ton::functions::lite_server::{Query, WaitMasterchainSeqno};
use crate::ton::functions::tcp::Ping;
use crate::ton::types::adnl::message;
use crate::ton::types::lite_server;

/// A connection to a liteserver. Clones share it; it is closed with the last of them.
#[derive(Clone)]
pub struct LiteClient {
    outgoing: mpsc::Sender<Vec<u8>>,
    waiting: Arc<Waiting>,
}

impl LiteClient {
    /// Connects to the server at this address that has this key.
    ///
    /// # Errors
    ///
    /// Those of the connection and of the handshake.
    pub async fn connect(address: SocketAddr, server: &VerifyingKey) -> io::Result<Self> {
        let (sender, receiver) = adnl::connect(TcpStream::connect(address).await?, server).await?;
        let (outgoing, packets) = mpsc::channel(64);
        let waiting = Arc::new(Waiting::default());
        tokio::spawn(write(sender, packets));
        tokio::spawn(read(receiver, waiting.clone()));
        Ok(Self { outgoing, waiting })
    }

    /// Calls a function of the server.
    ///
    /// # Errors
    ///
    /// [`QueryError::Server`] if that is what the server answers; else if the connection is closed, or the answer is not
    /// of the function's type.
    pub async fn query<F: FunctionOwned>(&self, call: &F) -> Result<F::Return, QueryError> {
        self.exchange(call, call.to_bytes()?).await
    }

    /// Calls a function once the server has this block of the masterchain, or says that it took too long.
    ///
    /// # Errors
    ///
    /// Those of [`query`](Self::query).
    pub async fn query_at<F: FunctionOwned>(
        &self,
        seqno: i32,
        timeout: Duration,
        call: &F,
    ) -> Result<F::Return, QueryError> {
        let timeout_ms = timeout.as_millis().try_into().unwrap_or(i32::MAX);
        let mut data = WaitMasterchainSeqno { seqno, timeout_ms }.to_bytes()?;
        call.serialize(&mut data)?;
        self.exchange(call, data).await
    }

    /// Asks whether the server is there.
    ///
    /// # Errors
    ///
    /// [`QueryError::Closed`] if it is not.
    pub async fn ping(&self) -> Result<(), QueryError> {
        let ping = Ping { random_id: rand::random() };
        let key = Key::Ping(ping.random_id);
        self.send(key, ping.to_bytes()?).await.map(drop)
    }

    async fn exchange<F: FunctionOwned>(&self, call: &F, data: Vec<u8>) -> Result<F::Return, QueryError> {
        let query = Query { data: data.into() };
        let query = message::Query { query_id: rand::random(), query: query.to_bytes()?.into() };
        let answer = self.send(Key::Query(query.query_id), query.to_bytes()?).await?;
        let answer = RawObject::new(answer);
        match answer.id() {
            Some(lite_server::Error::ID) => Err(QueryError::Server(answer.decode()?)),
            _ => Ok(call.answer_shared(&answer.into_bytes())?),
        }
    }

    /// Sends a packet, and waits for the answer with this key.
    async fn send(&self, key: Key, packet: Vec<u8>) -> Result<Bytes, QueryError> {
        let (_ticket, answer) = Waiting::wait(&self.waiting, key).ok_or(QueryError::Closed)?;
        self.outgoing.send(packet).await.map_err(|_| QueryError::Closed)?;
        answer.await.map_err(|_| QueryError::Closed)
    }
}

async fn write(mut sender: Sender, mut packets: mpsc::Receiver<Vec<u8>>) {
    while let Some(packet) = packets.recv().await {
        if sender.send(&packet).await.is_err() {
            return;
        }
    }
}

async fn read(mut receiver: Receiver, waiting: Arc<Waiting>) {
    while let Ok(Some(packet)) = receiver.receive().await {
        // An empty packet keeps the connection alive. What is broken or unknown answers nobody.
        match Object::from_shared(&packet) {
            Ok(Object::AdnlMessageAnswer(answer)) => {
                waiting.answer(Key::Query(answer.query_id), answer.answer)
            }
            Ok(Object::TcpPong(pong)) => waiting.answer(Key::Ping(pong.random_id), Bytes::new()),
            _ => {}
        }
    }
    waiting.close();
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Query([u8; 32]),
    Ping(i64),
}

/// Who waits for which answer; nobody any more once the connection is closed.
struct Waiting(Mutex<Option<HashMap<Key, oneshot::Sender<Bytes>>>>);

impl Default for Waiting {
    fn default() -> Self {
        Self(Mutex::new(Some(HashMap::new())))
    }
}

impl Waiting {
    fn wait(self: &Arc<Self>, key: Key) -> Option<(Ticket, oneshot::Receiver<Bytes>)> {
        let (sender, receiver) = oneshot::channel();
        self.lock().as_mut()?.insert(key, sender);
        Some((Ticket { waiting: self.clone(), key }, receiver))
    }

    fn answer(&self, key: Key, answer: Bytes) {
        if let Some(sender) = self.remove(key) {
            // Who gave up waiting does not mind.
            let _ = sender.send(answer);
        }
    }

    fn remove(&self, key: Key) -> Option<oneshot::Sender<Bytes>> {
        self.lock().as_mut()?.remove(&key)
    }

    fn close(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<HashMap<Key, oneshot::Sender<Bytes>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes its entry out when the query is over, however it ends.
struct Ticket {
    waiting: Arc<Waiting>,
    key: Key,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.waiting.remove(self.key);
    }
}

/// Why a query has no answer.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The call cannot be written.
    #[error("the call cannot be written: {0}")]
    Encode(#[from] EncodeError),
    /// The answer is not what the function answers.
    #[error("the answer cannot be read: {0}")]
    Decode(#[from] DecodeError),
    /// The server answered that it cannot.
    #[error("the server says: {} ({})", .0.message, .0.code)]
    Server(lite_server::Error),
    /// The connection is closed.
    #[error("the connection is closed")]
    Closed,
}
