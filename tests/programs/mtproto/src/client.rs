//! A client: [`Client`] makes calls, its [`Connection`] carries them.

use std::collections::HashMap;
use std::time::Duration;

use bytes::BytesMut;
use tl_runtime::{Combinator, DeserializableOwned, Function, RawObject};
use tokio::net::{TcpStream, ToSocketAddrs};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::time::{Instant, interval, sleep_until, timeout};

use crate::clock::Clock;
use crate::crypto::{PublicKey, Side, random};
use crate::error::Error;
use crate::exchange;
use crate::plain::Plain;
use crate::schema::api;
use crate::schema::mtproto::{Object, functions, types};
use crate::session::Session;
use crate::transport::{self, Incoming, Outgoing};
use crate::unpack::unpack;

/// How many calls may wait for their answers.
const MAX_CALLS: usize = 256;
/// How many updates are kept for a receiver that is busy. It is told if it misses some.
const MAX_UPDATES: usize = 256;

/// Makes calls. Clones share the connection.
#[derive(Debug, Clone)]
pub struct Client {
    calls: mpsc::Sender<Call>,
    patience: Duration,
}

#[derive(Debug)]
struct Call {
    body: RawObject,
    reply: oneshot::Sender<Result<RawObject, Error>>,
}

/// Carries the calls of a client. It ends when the last clone of the client is dropped.
pub struct Connection {
    incoming: Incoming,
    outgoing: Outgoing,
    session: Session,
    calls: mpsc::Receiver<Call>,
    waiting: HashMap<i64, Waiting>,
    updates: broadcast::Sender<RawObject>,
    patience: Duration,
}

/// A call that is on its way.
struct Waiting {
    call: Call,
    /// The message or the container that it is in.
    sent_in: i64,
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
        let updates = broadcast::Sender::new(MAX_UPDATES);
        let waiting = HashMap::new();
        let connection = Connection { incoming, outgoing, session, calls, waiting, updates, patience };
        Ok((Client { calls: sender, patience }, connection))
    }

    /// Makes a call and waits for its answer.
    ///
    /// # Errors
    ///
    /// The error that the server answers, or what is wrong with the connection.
    pub async fn invoke<F>(&self, call: &F) -> Result<F::Return, Error>
    where
        F: Function<Return: DeserializableOwned>,
    {
        let answer = self.invoke_raw(RawObject::from_value(call)?).await?;
        Ok(answer.decode()?)
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
        let query = api::functions::InitConnection::new(
            API_ID,
            "a computer".to_owned(),
            std::env::consts::OS.to_owned(),
            app.to_owned(),
            "en".to_owned(),
            String::new(),
            "en".to_owned(),
            query,
        );
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

/// The data centre that we are in, and who wrote this program: <https://core.telegram.org/api/obtaining_api_id>.
const DC: i32 = 1;
const API_ID: i32 = 1;

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

impl Connection {
    /// What the server says without being asked.
    #[must_use]
    pub fn updates(&self) -> Updates {
        Updates(self.updates.subscribe())
    }

    /// Carries calls until nobody can make any.
    ///
    /// # Errors
    ///
    /// If the connection breaks, the server is silent for too long, or a security check fails.
    pub async fn run(mut self) -> Result<(), Error> {
        let mut ping = interval(self.patience / 3);
        let mut heard = Instant::now();
        loop {
            tokio::select! {
                frame = self.incoming.frame() => {
                    heard = Instant::now();
                    self.receive(frame?)?;
                }
                call = self.calls.recv(), if self.waiting.len() < MAX_CALLS => {
                    let Some(call) = call else { return Ok(()) };
                    self.send(call);
                    while let Ok(call) = self.calls.try_recv() {
                        self.send(call);
                    }
                }
                written = self.outgoing.flush(), if self.outgoing.waiting() > 0 => written?,
                _ = ping.tick() => self.ping()?,
                () = sleep_until(heard + self.patience) => return Err(Error::Timeout),
            }
            self.pack()?;
        }
    }

    fn send(&mut self, call: Call) {
        let msg_id = self.session.queue(call.body.clone(), true, false);
        self.waiting.insert(msg_id, Waiting { call, sent_in: msg_id });
    }

    /// Messages that are queued go out together.
    fn pack(&mut self) -> Result<(), Error> {
        while let Some(packed) = self.session.pack()? {
            for msg_id in packed.messages {
                if let Some(waiting) = self.waiting.get_mut(&msg_id) {
                    waiting.sent_in = packed.id;
                }
            }
            self.outgoing.queue(packed.frame)?;
        }
        Ok(())
    }

    /// Asks for a sign of life, and forgets calls for which nobody waits any more.
    fn ping(&mut self) -> Result<(), Error> {
        self.waiting.retain(|_, waiting| !waiting.call.reply.is_closed());
        let ping = functions::Ping { ping_id: i64::from_le_bytes(random()) };
        self.session.queue(RawObject::from_value(&ping)?, false, false);
        self.session.acknowledge()
    }

    fn receive(&mut self, frame: BytesMut) -> Result<(), Error> {
        let data = self.session.open(frame)?;
        for message in self.session.messages(data)? {
            self.take(message)?;
        }
        Ok(())
    }

    fn take(&mut self, message: types::Message) -> Result<(), Error> {
        let Ok(object) = message.body.decode::<Object>() else {
            // Not MTProto's, so the API's. Perhaps nobody is interested.
            let _ = self.updates.send(message.body);
            return Ok(());
        };
        match object {
            Object::RpcResult(answer) => self.answer(answer.req_msg_id, result(answer.result)),
            Object::Pong(pong) => self.answer(pong.msg_id, Ok(message.body)),
            Object::BadServerSalt(bad) => {
                self.session.salt = bad.new_server_salt;
                self.send_again(bad.bad_msg_id);
            }
            Object::BadMsgNotification(bad) => {
                for msg_id in self.sent_in(bad.bad_msg_id) {
                    self.answer(msg_id, Err(Error::BadMessage(bad.error_code)));
                }
            }
            Object::NewSessionCreated(created) => self.session.salt = created.server_salt,
            // The answer says that the call arrived.
            Object::MsgsAck(_) => {}
            other => return Err(Error::Unexpected(other.name())),
        }
        Ok(())
    }

    /// Hands an answer to whoever waits for it.
    fn answer(&mut self, msg_id: i64, answer: Result<RawObject, Error>) {
        if let Some(waiting) = self.waiting.remove(&msg_id) {
            // Nobody listens if the caller lost patience.
            let _ = waiting.call.reply.send(answer);
        }
    }

    fn send_again(&mut self, refused: i64) {
        for msg_id in self.sent_in(refused) {
            if let Some(waiting) = self.waiting.remove(&msg_id) {
                self.send(waiting.call);
            }
        }
    }

    /// The calls that were in a message or in a container.
    fn sent_in(&self, id: i64) -> Vec<i64> {
        let sent = self.waiting.iter().filter(|(_, waiting)| waiting.sent_in == id);
        let mut ids: Vec<i64> = sent.map(|(msg_id, _)| *msg_id).collect();
        ids.sort_unstable();
        ids
    }
}

/// The answer in a `rpc_result`, which may be packed or an error.
fn result(result: RawObject) -> Result<RawObject, Error> {
    let result = unpack(result)?;
    match result.id() {
        Some(types::RpcError::ID) => Err(Error::Rpc(result.decode()?)),
        _ => Ok(result),
    }
}
