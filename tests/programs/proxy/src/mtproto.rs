//! MTProto: two keys for each client, one that the client has agreed on with the proxy, and one of the proxy and the server.

mod frames;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::{Bytes, BytesMut};
use tl_mtproto::clock::Clock;
use tl_mtproto::crypto::{AuthKey, PrivateKey, PublicKey, Side};
use tl_mtproto::error::Error as MtProtoError;
use tl_mtproto::transport::{self, Incoming, Outgoing};
use tl_mtproto::{exchange, plain};
use tl_runtime::{Deserializable, Serializable};
use tokio::net::TcpStream;
use tokio::time::timeout;

use self::frames::Frames;
use crate::server::{Deliver, Error, Protocol, Proxy, Receive, relay};

/// Clients and a server of MTProto.
pub struct MtProto {
    key: PrivateKey,
    server: (SocketAddr, PublicKey),
    keys: Mutex<HashMap<i64, Keys>>,
}

/// What encrypts the messages of a client on its side, and on the server's.
#[derive(Clone)]
struct Keys {
    client: AuthKey,
    server: AuthKey,
}

/// The data centre of the server: <https://core.telegram.org/api/datacenter>.
const DC: i32 = 1;
/// The transport's error for a client whose key we do not know: <https://core.telegram.org/mtproto/mtproto-transports#transport-errors>.
const UNKNOWN_KEY: i32 = -404;

type Link = (Incoming, Outgoing);

impl MtProto {
    /// A proxy with this key, which its clients have to know, and the address and the key of the server.
    pub fn new(key: PrivateKey, server: (SocketAddr, PublicKey)) -> Self {
        Self { key, server, keys: Mutex::default() }
    }

    fn keys(&self) -> MutexGuard<'_, HashMap<i64, Keys>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Exchanges keys with a client, as often as it asks for it. Its first encrypted frame ends that.
    async fn exchange(
        &self,
        mut frame: BytesMut,
        client: &mut Link,
        server: &mut Link,
        clock: &mut Clock,
    ) -> Result<BytesMut, Error> {
        while i64::from_prefix(&frame)?.0 == 0 {
            let call = plain::read(&frame)?.decode()?;
            // With the server first. That sets our clock, and with ours the client's, which numbers its messages by it.
            let of_server = exchange::agree(&mut link(server, clock), &self.server.1, DC).await?.key;
            let is_free = |key: &AuthKey| !self.keys().contains_key(&key.id());
            let of_client = exchange::answer(&mut link(client, clock), call, &self.key, is_free).await?.key;
            self.keys().insert(of_client.id(), Keys { client: of_client, server: of_server });
            frame = client.0.frame().await?;
        }
        Ok(frame)
    }
}

fn link<'a>((incoming, outgoing): &'a mut Link, clock: &'a mut Clock) -> plain::Plain<'a> {
    plain::Plain { incoming, outgoing, clock }
}

impl Protocol for MtProto {
    async fn connection(proxy: &Proxy<Self>, client: TcpStream) -> Result<(), Error> {
        let protocol = &proxy.protocol;
        let mut clock = Clock::default();
        let start = async {
            let mut client = transport::accept(client).await?;
            let frame = client.0.frame().await?;
            let mut server = transport::start(TcpStream::connect(protocol.server.0).await?).await?;
            let first = protocol.exchange(frame, &mut client, &mut server, &mut clock).await?;
            Ok::<_, Error>((client, server, first))
        };
        let ((from_client, mut to_client), server, first) = timeout(proxy.patience, start).await??;
        let keys = protocol.keys().get(&i64::from_prefix(&first)?.0).cloned();
        let Some(keys) = keys else {
            return timeout(proxy.patience, to_client.deliver(UNKNOWN_KEY.to_bytes()?.into())).await?;
        };
        let client = (Resumed { first: Some(first.freeze()), incoming: from_client }, to_client);
        let mut up = Frames::new(proxy, Side::Client, &keys, clock);
        let mut down = Frames::new(proxy, Side::Server, &keys, Clock::default());
        relay(proxy.patience, client, server, |frame| up.pass(frame), |frame| down.pass(frame)).await
    }
}

/// Frames, of which one has been received before.
struct Resumed {
    first: Option<Bytes>,
    incoming: Incoming,
}

impl Receive for Resumed {
    async fn receive(&mut self) -> Result<Option<Bytes>, Error> {
        match self.first.take() {
            Some(first) => Ok(Some(first)),
            None => self.incoming.receive().await,
        }
    }
}

impl Receive for Incoming {
    async fn receive(&mut self) -> Result<Option<Bytes>, Error> {
        match self.frame().await {
            Ok(frame) => Ok(Some(frame.freeze())),
            Err(MtProtoError::Transport(code)) => Ok(Some(code.to_bytes()?.into())),
            Err(MtProtoError::Closed) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

impl Deliver for Outgoing {
    async fn deliver(&mut self, frame: Bytes) -> Result<(), Error> {
        self.queue(frame.into())?;
        Ok(self.flush().await?)
    }
}
