//! TON's lite queries.

use std::net::SocketAddr;

use bytes::Bytes;
use ed25519_dalek::{SigningKey, VerifyingKey};
use tl_liteserver::adnl::{self, Receiver, Sender};
use tl_mtproto::crypto::Side;
use tl_runtime::Serializable;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::message::{Message, Pass, Stop, is_allowed};
use crate::server::{Deliver, Error, Passed, Protocol, Proxy, Receive, relay};
use crate::ton::Object;
use crate::ton::types::{adnl::message, lite_server};

/// Clients and a server of lite queries.
pub struct Lite {
    /// The proxy's own key, which its clients have to know.
    pub key: SigningKey,
    /// Address and key of the server.
    pub server: (SocketAddr, VerifyingKey),
}

impl Protocol for Lite {
    async fn connection(proxy: &Proxy<Self>, client: TcpStream) -> Result<(), Error> {
        let (address, key) = &proxy.protocol.server;
        let client = adnl::accept(client, &proxy.protocol.key);
        let (to_client, from_client) = timeout(proxy.patience, client).await??;
        let server = async { adnl::connect(TcpStream::connect(address).await?, key).await };
        let (to_server, from_server) = timeout(proxy.patience, server).await??;
        let (client, server) = ((from_client, to_client), (from_server, to_server));
        let up = |packet| pass(proxy, Side::Client, packet);
        let down = |packet| pass(proxy, Side::Server, packet);
        relay(proxy.patience, client, server, up, down).await
    }
}

impl Receive for Receiver {
    async fn receive(&mut self) -> Result<Option<Bytes>, Error> {
        Ok(Receiver::receive(self).await?)
    }
}

impl Deliver for Sender {
    async fn deliver(&mut self, packet: Bytes) -> Result<(), Error> {
        Ok(self.send(&packet).await?)
    }
}

fn pass(proxy: &Proxy<Lite>, sender: Side, mut packet: Bytes) -> Result<Passed, Error> {
    let mut pass = Pass::<Object>::new(&proxy.rule, &proxy.show, sender, None);
    let is_allowed = is_allowed(pass.bytes(&mut packet))?;
    let back = pass.refused.into_iter().map(refusal).collect::<Result<_, _>>()?;
    Ok(Passed { on: is_allowed.then_some(packet), back })
}

/// What the sender of a query gets instead of an answer.
fn refusal(query_id: [u8; 32]) -> Result<Bytes, Error> {
    let error = lite_server::Error { code: 403, message: "the proxy does not let this through".into() };
    let answer = message::Answer { query_id, answer: error.to_bytes()?.into() };
    Ok(answer.to_bytes()?.into())
}

impl Message for Object {
    type CallId = [u8; 32];

    fn name(&self) -> &'static str {
        self.constructor_name()
    }

    fn is_prefix(&self) -> bool {
        matches!(self, Self::LiteServerWaitMasterchainSeqno(_))
    }

    fn pass_inside(&mut self, pass: &mut Pass<'_, Self>) -> Result<(), Stop> {
        match self {
            Self::AdnlMessageQuery(message) => {
                pass.call = Some(message.query_id);
                pass.bytes(&mut message.query)
            }
            Self::AdnlMessageAnswer(message) => pass.bytes(&mut message.answer),
            Self::LiteServerQuery(query) => pass.bytes(&mut query.data),
            _ => Ok(()),
        }
    }

    fn written(&self) -> Option<&Bytes> {
        match self {
            Self::LiteServerSendMessage(call) => Some(&call.body),
            _ => None,
        }
    }

    fn said(&mut self) -> Option<&mut Bytes> {
        match self {
            Self::LiteServerError(error) => Some(&mut error.message),
            _ => None,
        }
    }
}
