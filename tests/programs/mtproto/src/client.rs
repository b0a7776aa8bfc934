//! A client: [`Client`] makes calls, its [`Connection`] carries them.

mod connection;

use std::time::Duration;

use tl_runtime::{FunctionOwned, RawObject};
use tokio::net::{TcpStream, ToSocketAddrs};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::time::timeout;

pub use self::connection::Connection;
use crate::clock::Clock;
use crate::crypto::{PublicKey, Side, random};
use crate::error::Error;
use crate::exchange;
use crate::plain::Plain;
use crate::schema::api;
use crate::session::Session;
use crate::transport::{self, Incoming, Outgoing};

/// The data centre that we are in, and who wrote this program: <https://core.telegram.org/api/obtaining_api_id>.
const DC: i32 = 1;
const API_ID: i32 = 1;
/// How many calls may wait for their answers.
const MAX_CALLS: usize = 256;

/// Makes calls. Clones share the connection.
#[derive(Debug, Clone)]
pub struct Client {
    calls: mpsc::Sender<Call>,
    patience: Duration,
}

/// What a client gives its connection.
#[derive(Debug)]
struct Call {
    body: RawObject,
    reply: oneshot::Sender<Result<RawObject, Error>>,
}

impl Client {
    /// Connects to a server, and agrees on a key. The connection wants to be spawned.
    ///
    /// # Errors
    ///
    /// If the server cannot be reached, does not answer within `patience`, or is not who we think.
    pub async fn connect(
        address: impl ToSocketAddrs,
        server: &PublicKey,
        patience: Duration,
    ) -> Result<(Client, Connection), Error> {
        let start = start(address, server);
        let (incoming, outgoing, session) = timeout(patience, start).await.map_err(|_| Error::Timeout)??;
        let (sender, calls) = mpsc::channel(MAX_CALLS);
        let connection = Connection::new(incoming, outgoing, session, calls, patience);
        Ok((Client { calls: sender, patience }, connection))
    }

    /// Makes a call and waits for its answer.
    ///
    /// # Errors
    ///
    /// The error that the server answers, or what is wrong with the connection.
    pub async fn invoke<F: FunctionOwned>(&self, call: &F) -> Result<F::Return, Error> {
        let answer = self.invoke_raw(RawObject::from_value(call)?).await?;
        Ok(call.answer(answer.as_bytes())?)
    }

    /// Makes a call whose bytes are known, and leaves its answer undecoded.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    pub async fn invoke_raw(&self, body: RawObject) -> Result<RawObject, Error> {
        let (reply, answer) = oneshot::channel();
        self.calls.send(Call { body, reply }).await.map_err(|_| Error::Closed)?;
        timeout(self.patience, answer).await.map_err(|_| Error::Timeout)?.map_err(|_| Error::Closed)?
    }

    /// Says who we are, which has to be the first call.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    pub async fn introduce(&self, app: &str) -> Result<api::types::Config, Error> {
        let query = api::functions::help::GetConfig;
        let system = std::env::consts::OS;
        let query =
            api::functions::InitConnection::new(API_ID, "a computer", system, app, "en", "", "en", query);
        self.invoke(&api::functions::InvokeWithLayer { layer: api::LAYER, query }).await
    }
}

/// Connects, and agrees on a key.
async fn start(
    address: impl ToSocketAddrs,
    server: &PublicKey,
) -> Result<(Incoming, Outgoing, Session), Error> {
    let (mut incoming, mut outgoing) = transport::start(TcpStream::connect(address).await?).await?;
    let mut clock = Clock::default();
    let mut link = Plain { incoming: &mut incoming, outgoing: &mut outgoing, clock: &mut clock };
    let agreed = exchange::agree(&mut link, server, DC).await?;
    let id = i64::from_le_bytes(random());
    Ok((incoming, outgoing, Session::new(agreed.key, Side::Client, clock, id, agreed.salt)))
}

/// What the server says without being asked.
#[derive(Debug)]
pub struct Updates(broadcast::Receiver<RawObject>);

impl Updates {
    /// Waits for the next ones.
    ///
    /// # Errors
    ///
    /// If they cannot be decoded, some were missed, or the connection has ended.
    pub async fn next(&mut self) -> Result<api::enums::Updates, Error> {
        match self.0.recv().await {
            Ok(updates) => Ok(updates.decode()?),
            Err(RecvError::Lagged(count)) => Err(Error::Missed(count)),
            Err(RecvError::Closed) => Err(Error::Closed),
        }
    }
}
