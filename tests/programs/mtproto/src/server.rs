//! A server: it agrees on keys, and passes decrypted calls to a [`Service`].

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::BytesMut;
use tl_runtime::{Deserializable, Function, RawObject, Serializable};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::{Instant, sleep_until, timeout};

use crate::clock::Clock;
use crate::crypto::{AuthKey, PrivateKey, Side, random};
use crate::error::{Error, check};
use crate::exchange::{self, Agreement};
use crate::plain::{self, Plain};
use crate::schema::envelope::types::EncryptedData;
use crate::schema::mtproto::{Object, functions, types};
use crate::session::{self, Kind, Session};
use crate::transport::{self, Incoming, Outgoing};
use crate::unpack::pack;

/// What the server can do.
pub trait Service: Send + Sync + 'static {
    /// Answers a call.
    fn answer(&self, call: &RawObject) -> Result<RawObject, types::RpcError>;
}

/// What all connections share.
pub struct Server<S> {
    private: PrivateKey,
    patience: Duration,
    service: S,
    /// The salt of each is the one that its messages must have.
    keys: Mutex<HashMap<i64, Agreement>>,
    news: broadcast::Sender<RawObject>,
}

/// How many bytes may wait for a client that does not read, before we stop reading from it.
const MAX_WAITING: usize = 1 << 20;
/// How many answers a client may leave unacknowledged.
const MAX_UNACKNOWLEDGED: usize = 4_096;
/// The transport's error for a client whose key we do not know: <https://core.telegram.org/mtproto/mtproto-transports#transport-errors>.
const UNKNOWN_KEY: i32 = -404;
/// The error in `bad_server_salt`.
const WRONG_SALT: i32 = 48;

impl<S: Service> Server<S> {
    /// A server that hangs up on clients that are silent for longer than `patience`.
    pub fn new(private: PrivateKey, service: S, patience: Duration) -> Arc<Self> {
        let (keys, news) = (Mutex::default(), broadcast::Sender::new(256));
        Arc::new(Self { private, patience, service, keys, news })
    }

    /// Serves everybody who connects. What goes wrong with one client does not concern the others.
    pub async fn run(self: Arc<Self>, listener: TcpListener) -> Result<(), Error> {
        loop {
            let (stream, _) = listener.accept().await?;
            let server = self.clone();
            tokio::spawn(async move { server.serve(stream).await });
        }
    }

    /// Sends something to all clients.
    pub fn announce(&self, updates: RawObject) {
        // Perhaps there are none.
        let _ = self.news.send(updates);
    }

    /// Makes new salts: messages with the old ones are refused.
    pub fn change_salts(&self) {
        self.keys().values_mut().for_each(|known| known.salt = i64::from_le_bytes(random()));
    }

    fn keys(&self) -> MutexGuard<'_, HashMap<i64, Agreement>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Serves one client until it hangs up.
    pub async fn serve(&self, stream: TcpStream) -> Result<(), Error> {
        let start = async {
            let (mut incoming, mut outgoing) = transport::accept(stream).await?;
            let frame = self.exchange(&mut incoming, &mut outgoing).await?;
            Ok::<_, Error>((incoming, outgoing, frame))
        };
        let (incoming, mut outgoing, frame) =
            timeout(self.patience, start).await.map_err(|_| Error::Timeout)??;
        let (id, _) = i64::from_prefix(&frame)?;
        let known = self.keys().get(&id).cloned();
        let Some(Agreement { key, salt }) = known else {
            outgoing.queue(UNKNOWN_KEY.to_le_bytes().to_vec())?;
            return outgoing.flush().await;
        };
        let data = session::open(&key, Side::Client, frame)?;
        let session = Session::new(key, Side::Server, Clock::default(), data.session_id, salt);
        let connection =
            Connection { server: self, id, incoming, outgoing, session, unacknowledged: BTreeSet::new() };
        connection.run(data).await
    }

    /// Exchanges keys with a client that asks for it. Its first encrypted frame ends that.
    async fn exchange(&self, incoming: &mut Incoming, outgoing: &mut Outgoing) -> Result<BytesMut, Error> {
        loop {
            let frame = incoming.frame().await?;
            if i64::from_prefix(&frame)?.0 != 0 {
                return Ok(frame);
            }
            let call: functions::ReqPqMulti = plain::read(&frame)?.decode()?;
            let mut link = Plain { incoming, outgoing, clock: &mut Clock::default() };
            let is_free = |key: &AuthKey| !self.keys().contains_key(&key.id());
            let agreed = exchange::answer(&mut link, call, &self.private, is_free).await?;
            self.keys().insert(agreed.key.id(), agreed);
        }
    }
}

/// A client with a key.
struct Connection<'a, S> {
    server: &'a Server<S>,
    id: i64,
    incoming: Incoming,
    outgoing: Outgoing,
    session: Session,
    unacknowledged: BTreeSet<i64>,
}

impl<S: Service> Connection<'_, S> {
    async fn run(mut self, first: EncryptedData) -> Result<(), Error> {
        let mut news = self.server.news.subscribe();
        let created = types::NewSessionCreated {
            first_msg_id: first.message_id,
            unique_id: i64::from_le_bytes(random()),
            server_salt: self.session.salt,
        };
        self.send(&created)?;
        self.receive(first)?;
        let mut heard = Instant::now();
        loop {
            self.pack()?;
            tokio::select! {
                frame = self.incoming.frame(), if self.outgoing.waiting() < MAX_WAITING => {
                    heard = Instant::now();
                    let data = self.session.open(frame?)?;
                    self.receive(data)?;
                }
                updates = news.recv() => match updates {
                    Ok(updates) => drop(self.session.queue(updates, Kind::Content)),
                    // A client that misses updates asks for them.
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return Ok(()),
                },
                written = self.outgoing.flush(), if self.outgoing.waiting() > 0 => written?,
                () = sleep_until(heard + self.server.patience) => return Err(Error::Timeout),
            }
        }
    }

    fn pack(&mut self) -> Result<(), Error> {
        while let Some(packed) = self.session.pack()? {
            self.outgoing.queue(packed.frame)?;
        }
        Ok(())
    }

    fn receive(&mut self, data: EncryptedData) -> Result<(), Error> {
        let known = self.server.keys().get(&self.id).map(|known| known.salt);
        self.session.salt = known.ok_or(Error::Closed)?;
        if data.salt != self.session.salt {
            self.send(&types::BadServerSalt {
                bad_msg_id: data.message_id,
                bad_msg_seqno: data.seq_no,
                error_code: WRONG_SALT,
                new_server_salt: self.session.salt,
            })?;
            return Ok(());
        }
        for message in self.session.messages(data)? {
            self.take(message)?;
        }
        Ok(())
    }

    fn take(&mut self, message: types::Message) -> Result<(), Error> {
        match message.body.decode() {
            Ok(Object::Ping(ping)) => {
                let pong = types::Pong { msg_id: message.msg_id, ping_id: ping.ping_id };
                self.session.queue(RawObject::new(ping.encode_answer(&pong)?), Kind::Service);
                Ok(())
            }
            Ok(Object::MsgsAck(ack)) => {
                self.unacknowledged.retain(|id| !ack.msg_ids.contains(id));
                Ok(())
            }
            // Not MTProto's, so the API's.
            _ => self.call(message),
        }
    }

    fn call(&mut self, message: types::Message) -> Result<(), Error> {
        let result = match self.server.service.answer(&message.body) {
            Ok(answer) => pack(answer)?,
            Err(error) => RawObject::from_value(&error)?,
        };
        let answer = types::RpcResult { req_msg_id: message.msg_id, result };
        let id = self.session.queue(RawObject::from_value(&answer)?, Kind::Answer);
        self.unacknowledged.insert(id);
        check(self.unacknowledged.len() < MAX_UNACKNOWLEDGED, "a client acknowledges answers")
    }

    fn send(&mut self, value: &impl Serializable) -> Result<(), Error> {
        self.session.queue(RawObject::from_value(value)?, Kind::Service);
        Ok(())
    }
}
