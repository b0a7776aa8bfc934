//! Clients and servers for tests.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;

use tl_mtproto::client::{Client, Updates};
use tl_mtproto::clock::Clock;
use tl_mtproto::crypto::Side;
use tl_mtproto::error::Error;
use tl_mtproto::example::{self, Example};
use tl_mtproto::plain::Plain;
use tl_mtproto::schema::mtproto::types::{Message, RpcError};
use tl_mtproto::server::{Server, Service};
use tl_mtproto::session::{self, Kind, Session};
use tl_mtproto::transport::{self, Incoming, Outgoing};
use tl_mtproto::{exchange, plain};
use tl_runtime::{Deserializable, RawObject, Serializable};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Nothing in a test takes as long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// For tests in which a peer is silent.
pub(crate) const HURRY: Duration = Duration::from_millis(400);

/// A client, what it hears, and how its connection ended.
pub(crate) struct Connected {
    pub(crate) client: Client,
    pub(crate) updates: Updates,
    pub(crate) carried: JoinHandle<Result<(), Error>>,
}

impl Connected {
    /// Why the connection ended.
    pub(crate) async fn end(self) -> Error {
        self.carried.await.expect("no panic").expect_err("the connection ended well")
    }
}

pub(crate) async fn connect(address: SocketAddr, patience: Duration) -> Result<Connected, Error> {
    let (client, connection) = Client::connect(address, &example::key().public, patience).await?;
    Ok(Connected { client, updates: connection.updates(), carried: tokio::spawn(connection.run()) })
}

/// The example's service, with its calls counted.
#[derive(Default)]
pub(crate) struct Counted(pub(crate) Arc<AtomicI32>);

impl Service for Counted {
    fn answer(&self, call: &RawObject) -> Result<RawObject, RpcError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Example.answer(call)
    }
}

pub(crate) async fn serve<S: Service>(service: S, patience: Duration) -> (Arc<Server<S>>, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = Server::new(example::key(), service, patience);
    tokio::spawn(server.clone().run(listener));
    (server, address)
}

/// A server that does what a test says, step by step.
pub(crate) struct Scripted {
    incoming: Incoming,
    outgoing: Outgoing,
    pub(crate) session: Session,
    received: Vec<Message>,
}

impl Scripted {
    /// Listens, and follows the protocol up to the first encrypted message.
    pub(crate) async fn listen() -> (SocketAddr, JoinHandle<Scripted>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        (address, tokio::spawn(async move { Self::accept(listener).await.unwrap() }))
    }

    async fn accept(listener: TcpListener) -> Result<Scripted, Error> {
        let (mut incoming, mut outgoing) = transport::accept(listener.accept().await?.0).await?;
        let call = plain::read(&incoming.frame().await?)?.decode()?;
        let mut link =
            Plain { incoming: &mut incoming, outgoing: &mut outgoing, clock: &mut Clock::default() };
        let agreed = exchange::answer(&mut link, call, &example::key(), |_| true).await?;
        let frame = incoming.frame().await?;
        assert_eq!(i64::from_prefix(&frame)?.0, agreed.key.id());
        let data = session::open(&agreed.key, Side::Client, frame)?;
        let mut session =
            Session::new(agreed.key, Side::Server, Clock::default(), data.session_id, agreed.salt);
        let received = session.messages(data)?;
        Ok(Scripted { incoming, outgoing, session, received })
    }

    /// Sends an object, whatever it is.
    pub(crate) async fn send(&mut self, value: &impl Serializable) {
        self.send_raw(RawObject::from_value(value).unwrap()).await;
    }

    pub(crate) async fn send_raw(&mut self, object: RawObject) {
        self.session.queue(object, Kind::Answer);
        while let Some(packed) = self.session.pack().unwrap() {
            self.outgoing.queue(packed.frame).unwrap();
        }
        self.outgoing.flush().await.unwrap();
    }

    /// The client's next call: neither a ping nor an acknowledgement.
    pub(crate) async fn call(&mut self) -> Message {
        loop {
            if let Some(index) = self.received.iter().position(|message| message.seqno & 1 == 1) {
                return self.received.remove(index);
            }
            let frame = self.incoming.frame().await.unwrap();
            let data = self.session.open(frame).unwrap();
            self.received = self.session.messages(data).unwrap();
        }
    }
}
