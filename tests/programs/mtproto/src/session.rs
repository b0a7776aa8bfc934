//! Encrypted messages: <https://core.telegram.org/mtproto/description>.

use std::collections::BTreeSet;

use bytes::BytesMut;
use tl_runtime::{BareDeserializable, BareSerializable, Combinator, RawObject, Reader};

use crate::clock::Clock;
use crate::crypto::{AuthKey, Side};
use crate::error::{Error, check};
use crate::schema::envelope::types::EncryptedData;
use crate::schema::mtproto::types::{Message, MsgContainer, MsgsAck};
use crate::unpack::unpack;

/// How many messages one container holds, and how many bytes.
const MAX_MESSAGES: usize = 100;
const MAX_BYTES: usize = 1 << 20;
/// How many identifiers we keep to notice a message that comes twice.
const SEEN: usize = 1_000;
/// So many messages are received before they are acknowledged.
const ACKNOWLEDGE: usize = 16;

/// Messages in order, each of them once, under one key.
pub struct Session {
    key: AuthKey,
    side: Side,
    clock: Clock,
    /// Which session of the key this is.
    pub id: i64,
    /// What the server wants to see in messages.
    pub salt: i64,
    sent: i32,
    seen: BTreeSet<i64>,
    queue: Vec<Message>,
    acknowledge: Vec<i64>,
}

/// What a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A call, or updates.
    Content,
    /// The answer to a call.
    Answer,
    /// What the protocol itself needs. Nobody acknowledges it.
    Service,
}

/// A frame, and what is in it.
pub struct Packed {
    /// The identifier of the message, or of the container.
    pub id: i64,
    /// The identifiers of the messages.
    pub messages: Vec<i64>,
    /// What goes to the transport.
    pub frame: Vec<u8>,
}

impl Session {
    /// A session that starts.
    pub fn new(key: AuthKey, side: Side, clock: Clock, id: i64, salt: i64) -> Self {
        let (sent, seen, queue, acknowledge) = (0, BTreeSet::new(), Vec::new(), Vec::new());
        Self { key, side, clock, id, salt, sent, seen, queue, acknowledge }
    }

    /// Queues a message, and gives its identifier.
    pub fn queue(&mut self, body: RawObject, kind: Kind) -> i64 {
        let msg_id = self.clock.message_id(self.side, kind != Kind::Content);
        let seqno = self.number(kind != Kind::Service);
        self.queue.push(Message { msg_id, seqno, body });
        msg_id
    }

    /// Twice the number of messages with content that went before; odd for one with content.
    fn number(&mut self, is_content: bool) -> i32 {
        let number = self.sent.wrapping_mul(2) | i32::from(is_content);
        self.sent = self.sent.wrapping_add(i32::from(is_content));
        number
    }

    /// Queues what acknowledges the messages that we have got.
    pub fn acknowledge(&mut self) -> Result<(), Error> {
        if !self.acknowledge.is_empty() {
            let msg_ids = std::mem::take(&mut self.acknowledge);
            self.queue(RawObject::from_value(&MsgsAck { msg_ids })?, Kind::Service);
        }
        Ok(())
    }

    /// The next frame of what is queued: one message, or a container of several.
    pub fn pack(&mut self) -> Result<Option<Packed>, Error> {
        if !self.queue.is_empty() || self.acknowledge.len() >= ACKNOWLEDGE {
            self.acknowledge()?;
        }
        let mut bytes = 0;
        let fit = |message: &&Message| {
            bytes += message.body.len();
            bytes < MAX_BYTES
        };
        let count = self.queue.iter().take(MAX_MESSAGES).take_while(fit).count().max(1);
        let mut messages: Vec<Message> = self.queue.drain(..count.min(self.queue.len())).collect();
        let ids = messages.iter().map(|message| message.msg_id).collect();
        let message = match messages.len() {
            0 => return Ok(None),
            1 => messages.remove(0),
            _ => {
                let msg_id = self.clock.message_id(self.side, false);
                let body = RawObject::from_value(&MsgContainer { messages })?;
                Message { msg_id, seqno: self.number(false), body }
            }
        };
        let data = EncryptedData {
            salt: self.salt,
            session_id: self.id,
            message_id: message.msg_id,
            seq_no: message.seqno,
            message_data: message.body,
        };
        let frame = self.key.seal(self.side, data.to_bare_bytes()?)?;
        Ok(Some(Packed { id: message.msg_id, messages: ids, frame }))
    }

    /// Decrypts a frame.
    pub fn open(&self, frame: BytesMut) -> Result<EncryptedData, Error> {
        let data = open(&self.key, self.side.other(), frame)?;
        check(data.session_id == self.id, "session_id is that of our session")?;
        Ok(data)
    }

    /// The messages in a frame that was opened, without those that came before.
    pub fn messages(&mut self, data: EncryptedData) -> Result<Vec<Message>, Error> {
        check(self.clock.is_recent(data.message_id), "msg_id is of our time")?;
        let EncryptedData { message_id: msg_id, seq_no: seqno, message_data, .. } = data;
        let body = unpack(message_data)?;
        let mut messages = match body.id() {
            Some(MsgContainer::ID) if self.is_new(msg_id)? => body.decode::<MsgContainer>()?.messages,
            Some(MsgContainer::ID) => Vec::new(),
            _ => vec![Message { msg_id, seqno, body }],
        };
        let mut news = Vec::with_capacity(messages.len());
        for mut message in messages.drain(..) {
            if message.seqno & 1 == 1 {
                self.acknowledge.push(message.msg_id);
            }
            if self.is_new(message.msg_id)? {
                message.body = unpack(message.body)?;
                news.push(message);
            }
        }
        Ok(news)
    }

    /// Remembers an identifier. It is not new if it is there, or older than all that are.
    fn is_new(&mut self, msg_id: i64) -> Result<bool, Error> {
        check((msg_id & 3 == 0) == (self.side == Side::Server), "msg_id says which side sent it")?;
        let is_full = self.seen.len() >= SEEN;
        if is_full && self.seen.first().is_some_and(|oldest| msg_id < *oldest) || !self.seen.insert(msg_id) {
            return Ok(false);
        }
        if is_full {
            self.seen.pop_first();
        }
        Ok(true)
    }
}

/// Decrypts a frame.
pub fn open(key: &AuthKey, sender: Side, frame: BytesMut) -> Result<EncryptedData, Error> {
    let plain = key.open(sender, frame)?;
    let mut reader = Reader::from_shared(&plain);
    let data = EncryptedData::deserialize_bare(&mut reader)?;
    check((12..=1024).contains(&reader.remaining().len()), "12 to 1024 bytes of padding")?;
    Ok(data)
}
