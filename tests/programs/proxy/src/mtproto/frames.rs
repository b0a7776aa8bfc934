//! Encrypted frames: opened with one key, and sealed with the other.

use bytes::Bytes;
use tl_mtproto::clock::Clock;
use tl_mtproto::crypto::Side;
use tl_mtproto::schema::envelope::types::EncryptedData;
use tl_mtproto::session;
use tl_mtproto::unpack::{deflate, inflate};
use tl_runtime::{BareSerializable, Deserializable, RawObject};

use super::{Keys, MtProto};
use crate::message::{Message, Pass, Stop, is_allowed};
use crate::server::{Error, Passed, Proxy};
use crate::telegram::{Object, types};

/// What one side sends. Salt, session and number of a message stay as they are. The salt of a new key is that of the
/// client and the proxy, so the server refuses the first message, as it does whenever the salt changes, and says which
/// one it wants.
pub(super) struct Frames<'a> {
    proxy: &'a Proxy<MtProto>,
    sender: Side,
    keys: &'a Keys,
    clock: Clock,
}

impl<'a> Frames<'a> {
    pub(super) fn new(proxy: &'a Proxy<MtProto>, sender: Side, keys: &'a Keys, clock: Clock) -> Self {
        Self { proxy, sender, keys, clock }
    }

    pub(super) fn pass(&mut self, frame: Bytes) -> Result<Passed, Error> {
        // An error of the transport, such as that the server has forgotten the key. It is the client's that is of no use.
        if self.sender == Side::Server && i32::from_bytes(&frame).is_ok() {
            return Ok(Passed { on: Some(frame), back: Vec::new() });
        }
        let (from, to) = match self.sender {
            Side::Client => (&self.keys.client, &self.keys.server),
            Side::Server => (&self.keys.server, &self.keys.client),
        };
        let mut data = session::open(from, self.sender, frame.into())?;
        let (salt, session_id) = (data.salt, data.session_id);
        let call = Some(data.message_id);
        let mut pass = Pass::<Object>::new(&self.proxy.rule, &self.proxy.show, self.sender, call);
        let on = match is_allowed(pass.object(&mut data.message_data))? {
            true => Some(to.seal(self.sender, data.to_bare_bytes()?)?.into()),
            false => None,
        };
        let refused = pass.refused.into_iter();
        let back = refused.map(|call| self.refusal(salt, session_id, call)).collect::<Result<_, _>>()?;
        Ok(Passed { on, back })
    }

    /// What the client gets instead of an answer.
    fn refusal(&mut self, salt: i64, session_id: i64, req_msg_id: i64) -> Result<Bytes, Error> {
        let error = types::RpcError { error_code: 403, error_message: "PROXY_REFUSED".into() };
        let result = types::RpcResult { req_msg_id, result: RawObject::from_value(&error)? };
        let data = EncryptedData {
            salt,
            session_id,
            message_id: self.clock.message_id(Side::Server, true),
            // Odd, as that of every answer. Only the server knows how many messages it has sent.
            seq_no: 1,
            message_data: RawObject::from_value(&result)?,
        };
        Ok(self.keys.client.seal(Side::Server, data.to_bare_bytes()?)?.into())
    }
}

impl Message for Object {
    type CallId = i64;

    fn name(&self) -> &'static str {
        self.constructor_name()
    }

    fn pass_inside(&mut self, pass: &mut Pass<'_, Self>) -> Result<(), Stop> {
        match self {
            Self::MsgContainer(container) => messages(&mut container.messages, pass),
            Self::GzipPacked(packed) => unpacked(&mut packed.packed_data, pass),
            Self::RpcResult(answer) => pass.object(&mut answer.result),
            Self::InvokeWithLayer(call) => pass.object(&mut call.query),
            Self::InitConnection(call) => pass.object(&mut call.query),
            Self::InvokeAfterMsg(call) => pass.object(&mut call.query),
            Self::InvokeAfterMsgs(call) => pass.object(&mut call.query),
            Self::InvokeWithoutUpdates(call) => pass.object(&mut call.query),
            _ => Ok(()),
        }
    }

    fn written(&self) -> Option<&Bytes> {
        match self {
            Self::MessagesSendMessage(call) => Some(&call.message),
            _ => None,
        }
    }

    fn said(&mut self) -> Option<&mut Bytes> {
        match self {
            Self::RpcError(error) => Some(&mut error.error_message),
            _ => None,
        }
    }
}

/// Of the messages in a container, those that are refused are taken out.
fn messages(messages: &mut Vec<types::Message>, pass: &mut Pass<'_, Object>) -> Result<(), Stop> {
    let received = std::mem::take(messages);
    let is_empty = received.is_empty();
    for mut message in received {
        pass.call = Some(message.msg_id);
        if is_allowed(pass.object(&mut message.body))? {
            messages.push(message);
        }
    }
    if messages.is_empty() && !is_empty { Err(Stop::Refused) } else { Ok(()) }
}

fn unpacked(packed: &mut Bytes, pass: &mut Pass<'_, Object>) -> Result<(), Stop> {
    let received = Bytes::from(inflate(packed)?);
    let passed = pass.message(received.clone())?;
    // Packed again, even the same message may be other bytes.
    if passed != received {
        *packed = deflate(&passed)?.into();
    }
    Ok(())
}
