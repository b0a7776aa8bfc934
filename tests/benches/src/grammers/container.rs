//! Several messages of MTProto in one, as `manual_tl.rs` of grammers-mtproto has them.

use grammers_tl_types::deserialize::{Cursor, Error, Result};
use grammers_tl_types::{Deserializable, Serializable};

use crate::grammers::lite::expect_id;

pub(crate) struct MsgContainer {
    messages: Vec<Message>,
}

pub(crate) struct Message {
    msg_id: i64,
    seq_no: i32,
    body: Vec<u8>,
}

impl Serializable for Message {
    fn serialize(&self, buf: &mut impl Extend<u8>) {
        self.msg_id.serialize(buf);
        self.seq_no.serialize(buf);
        (self.body.len() as i32).serialize(buf);
        buf.extend(self.body.iter().copied());
    }
}

impl Deserializable for Message {
    fn deserialize(buf: &mut Cursor<'_>) -> Result<Self> {
        let msg_id = i64::deserialize(buf)?;
        let seq_no = i32::deserialize(buf)?;
        let len = i32::deserialize(buf)?;
        let len = usize::try_from(len).map_err(|_| Error::UnexpectedEof)?;
        let mut body = vec![0; len];
        buf.read_exact(&mut body)?;
        Ok(Message { msg_id, seq_no, body })
    }
}

impl Serializable for MsgContainer {
    fn serialize(&self, buf: &mut impl Extend<u8>) {
        0x73f1_f8dc_u32.serialize(buf);
        (self.messages.len() as i32).serialize(buf);
        for message in &self.messages {
            message.serialize(buf);
        }
    }
}

impl Deserializable for MsgContainer {
    fn deserialize(buf: &mut Cursor<'_>) -> Result<Self> {
        expect_id(buf, 0x73f1_f8dc)?;
        let len = i32::deserialize(buf)?;
        let messages = (0..len).map(|_| Message::deserialize(buf)).collect::<Result<_>>()?;
        Ok(MsgContainer { messages })
    }
}
