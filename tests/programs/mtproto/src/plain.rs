//! Messages before there is a key: the exchange of keys.

use bytes::BytesMut;
use tl_runtime::{
    BareDeserializable, BareSerializable, DeserializableOwned, EncodeAnswer, Function, FunctionOwned,
    RawObject,
};

use crate::clock::Clock;
use crate::crypto::Side;
use crate::error::{Error, check};
use crate::schema::envelope::types::UnencryptedMessage;
use crate::transport::{Incoming, Outgoing};

/// A connection on which nothing is secret yet.
#[derive(Debug)]
pub struct Plain<'a> {
    /// From the peer.
    pub incoming: &'a mut Incoming,
    /// To the peer.
    pub outgoing: &'a mut Outgoing,
    /// Numbers the messages.
    pub clock: &'a mut Clock,
}

impl Plain<'_> {
    /// Makes a call and waits for its answer.
    pub async fn call<F: FunctionOwned>(&mut self, call: &F) -> Result<F::Return, Error> {
        self.send(Side::Client, RawObject::from_value(call)?).await?;
        let answer = read(&self.incoming.frame().await?)?;
        Ok(call.answer(answer.as_bytes())?)
    }

    /// Answers a call.
    pub async fn answer<F>(&mut self, call: &F, answer: &F::Return) -> Result<(), Error>
    where
        F: Function<Return: EncodeAnswer<F>>,
    {
        self.send(Side::Server, RawObject::new(call.encode_answer(answer)?)).await
    }

    /// Waits for a value.
    pub async fn receive<T: DeserializableOwned>(&mut self) -> Result<T, Error> {
        Ok(read(&self.incoming.frame().await?)?.decode()?)
    }

    async fn send(&mut self, sender: Side, message_data: RawObject) -> Result<(), Error> {
        let message_id = self.clock.message_id(sender, sender == Side::Server);
        let message = UnencryptedMessage { auth_key_id: 0, message_id, message_data };
        self.outgoing.queue(message.to_bare_bytes()?)?;
        self.outgoing.flush().await
    }
}

/// The object in a frame that is not encrypted.
pub fn read(frame: &BytesMut) -> Result<RawObject, Error> {
    let message = UnencryptedMessage::from_bare_bytes(frame)?;
    check(message.auth_key_id == 0, "a message of the exchange is not encrypted")?;
    Ok(message.message_data)
}
