//! What carries the calls of a client.

use std::collections::HashMap;
use std::time::Duration;

use bytes::BytesMut;
use tl_runtime::{Combinator, RawObject};
use tokio::sync::{broadcast, mpsc};
use tokio::time::{Instant, interval, sleep_until};

use super::{Call, MAX_CALLS, Updates};
use crate::crypto::random;
use crate::error::Error;
use crate::schema::mtproto::{Object, functions, types};
use crate::session::{Kind, Session};
use crate::transport::{Incoming, Outgoing};
use crate::unpack::unpack;

/// How many updates are kept for a receiver that is busy. It is told if it misses some.
const MAX_UPDATES: usize = 256;

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

impl Connection {
    pub(super) fn new(
        incoming: Incoming,
        outgoing: Outgoing,
        session: Session,
        calls: mpsc::Receiver<Call>,
        patience: Duration,
    ) -> Self {
        let (waiting, updates) = (HashMap::new(), broadcast::Sender::new(MAX_UPDATES));
        Self { incoming, outgoing, session, calls, waiting, updates, patience }
    }

    /// What the server says without being asked.
    pub fn updates(&self) -> Updates {
        Updates(self.updates.subscribe())
    }

    /// Carries calls until nobody can make any.
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
        let msg_id = self.session.queue(call.body.clone(), Kind::Content);
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
        self.session.queue(RawObject::from_value(&ping)?, Kind::Service);
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
        let object = match message.body.decode() {
            Ok(object) => object,
            // Not MTProto's, so the API's.
            Err(error) if error.offset() == 0 => {
                // Perhaps nobody is interested.
                let _ = self.updates.send(message.body);
                return Ok(());
            }
            Err(error) => return Err(error.into()),
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
            other => return Err(Error::Unexpected(other.constructor_name())),
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
