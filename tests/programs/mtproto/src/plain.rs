//! Messages before there is a key: the exchange of keys.

use bytes::BytesMut;
use tl_runtime::{
    BareDeserializable, BareSerializable, DeserializableOwned, Function, RawObject, Serializable,
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
    ///
    /// # Errors
    ///
    /// If the connection breaks or the answer is of another type.
    pub async fn call<F: Function<Return: DeserializableOwned>>(
        &mut self,
        call: &F,
    ) -> Result<F::Return, Error> {
        self.send(Side::Client, call).await?;
        self.receive().await
    }

    /// Answers a call.
    ///
    /// # Errors
    ///
    /// If the connection breaks.
    pub async fn answer<F>(&mut self, _: &F, answer: &F::Return) -> Result<(), Error>
    where
        F: Function<Return: Serializable>,
    {
        self.send(Side::Server, answer).await
    }

    /// Waits for a value.
    ///
    /// # Errors
    ///
    /// If the connection breaks or the value is of another type.
    pub async fn receive<T: DeserializableOwned>(&mut self) -> Result<T, Error> {
        read(&self.incoming.frame().await?)
    }

    async fn send(&mut self, sender: Side, value: &impl Serializable) -> Result<(), Error> {
        let body = RawObject::from_value(value)?;
        let message_id = self.clock.message_id(sender, sender == Side::Server);
        let message = UnencryptedMessage { auth_key_id: 0, message_id, message_data: body };
        self.outgoing.queue(message.to_bare_bytes()?)?;
        self.outgoing.flush().await
    }
}

/// The value in an unencrypted frame.
///
/// # Errors
///
/// If it is encrypted or of another type.
pub fn read<T: DeserializableOwned>(frame: &BytesMut) -> Result<T, Error> {
    let message = UnencryptedMessage::from_bare_bytes(frame)?;
    check(message.auth_key_id == 0, "a message of the exchange is not encrypted")?;
    Ok(message.message_data.decode()?)
}
