//! MTProto through a proxy.

mod faults;
mod passing;
mod rule;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tl_mtproto::client::{Client, Updates};
use tl_mtproto::clock::Clock;
use tl_mtproto::crypto::{AuthKey, Side};
use tl_mtproto::error::Error;
use tl_mtproto::example;
use tl_mtproto::plain::Plain;
use tl_mtproto::schema::envelope::types::EncryptedData;
use tl_mtproto::schema::mtproto::functions::Ping;
use tl_mtproto::server::{Server, Service};
use tl_mtproto::transport::{self, Incoming, Outgoing};
use tl_mtproto::{exchange, session};
use tl_proxy::{Form, MtProto, Show};
use tl_runtime::{BareSerializable, RawObject, Serializable};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::support::{PATIENCE, SOON, listen, show, stand_between};

pub(crate) async fn serve<S: Service>(service: S) -> (Arc<Server<S>>, SocketAddr) {
    let (listener, address) = listen().await;
    let server = Server::new(example::key(), service, PATIENCE);
    tokio::spawn(server.clone().run(listener));
    (server, address)
}

pub(crate) async fn proxy(server: SocketAddr) -> SocketAddr {
    start(server, PATIENCE, show(Form::Nothing).0).await
}

async fn start(server: SocketAddr, patience: Duration, show: Show) -> SocketAddr {
    let protocol = MtProto::new(example::key(), (server, example::key().public));
    stand_between(protocol, patience, show).await
}

pub(crate) async fn connect(address: SocketAddr) -> (Client, Updates) {
    try_connect(address).await.unwrap()
}

async fn try_connect(address: SocketAddr) -> Result<(Client, Updates), Error> {
    let (client, connection) = Client::connect(address, &example::key().public, PATIENCE).await?;
    let updates = connection.updates();
    tokio::spawn(connection.run());
    Ok((client, updates))
}

/// Others are served as before.
async fn lives(address: SocketAddr) {
    connect(address).await.0.invoke(&Ping { ping_id: 7 }).await.unwrap();
}

/// One end of a connection: it sends what a test says.
struct End {
    incoming: Incoming,
    outgoing: Outgoing,
    key: AuthKey,
    side: Side,
    clock: Clock,
}

impl End {
    async fn client(address: SocketAddr) -> Self {
        let (mut incoming, mut outgoing) =
            transport::start(TcpStream::connect(address).await.unwrap()).await.unwrap();
        let mut clock = Clock::default();
        let mut link = Plain { incoming: &mut incoming, outgoing: &mut outgoing, clock: &mut clock };
        let key = exchange::agree(&mut link, &example::key().public, 1).await.unwrap().key;
        Self { incoming, outgoing, key, side: Side::Client, clock }
    }

    async fn server(listener: &TcpListener) -> Self {
        Self::server_at(listener, Clock::default()).await
    }

    /// A server with this clock.
    async fn server_at(listener: &TcpListener, mut clock: Clock) -> Self {
        let (mut incoming, mut outgoing) =
            transport::accept(listener.accept().await.unwrap().0).await.unwrap();
        let mut link = Plain { incoming: &mut incoming, outgoing: &mut outgoing, clock: &mut clock };
        let call = link.receive().await.unwrap();
        let key = exchange::answer(&mut link, call, &example::key(), |_| true).await.unwrap().key;
        Self { incoming, outgoing, key, side: Side::Server, clock }
    }

    /// The same end, with a new connection.
    async fn again(self, address: SocketAddr) -> Self {
        let (incoming, outgoing) =
            transport::start(TcpStream::connect(address).await.unwrap()).await.unwrap();
        Self { incoming, outgoing, ..self }
    }

    fn seal(&self, data: &EncryptedData) -> Vec<u8> {
        self.key.seal(self.side, data.to_bare_bytes().unwrap()).unwrap()
    }

    async fn send(&mut self, data: &EncryptedData) {
        self.send_frame(self.seal(data)).await;
    }

    async fn send_frame(&mut self, frame: Vec<u8>) {
        self.outgoing.queue(frame).unwrap();
        self.outgoing.flush().await.unwrap();
    }

    /// The next message; `None` if the connection has ended.
    async fn receive(&mut self) -> Option<EncryptedData> {
        let frame = timeout(SOON, self.incoming.frame()).await.expect("the connection is still open");
        Some(session::open(&self.key, self.side.other(), frame.ok()?).unwrap())
    }
}

/// Both ends of a connection through a proxy.
struct Ends {
    client: End,
    server: End,
    proxy: SocketAddr,
    listener: TcpListener,
}

impl Ends {
    async fn open() -> Self {
        Self::shown(show(Form::Nothing).0).await
    }

    async fn shown(show: Show) -> Self {
        let (listener, address) = listen().await;
        let proxy = start(address, PATIENCE, show).await;
        let (client, server) = tokio::join!(End::client(proxy), End::server(&listener));
        // The proxy wants a frame before it passes on what the server says.
        let mut ends = Self { client, server, proxy, listener };
        ends.assert_up(&Ping { ping_id: 1 }).await;
        ends
    }

    /// What the client sends arrives as it was.
    async fn assert_up(&mut self, body: &impl Serializable) {
        let data = message(body);
        self.client.send(&data).await;
        assert_eq!(self.server.receive().await.expect("the connection is closed"), data);
    }

    /// So does what the server sends.
    async fn assert_down(&mut self, body: &impl Serializable) {
        let data = message(body);
        self.server.send(&data).await;
        assert_eq!(self.client.receive().await.expect("the connection is closed"), data);
    }

    /// Both connections end, and the next client is served.
    async fn assert_ended(&mut self) {
        assert_eq!(self.client.receive().await, None);
        assert_eq!(self.server.receive().await, None);
        let (mut client, mut server) = tokio::join!(End::client(self.proxy), End::server(&self.listener));
        client.send(&message(&Ping { ping_id: 1 })).await;
        assert!(server.receive().await.is_some());
    }
}

/// What an end sends. The numbers stay as they are.
fn message(body: &impl Serializable) -> EncryptedData {
    let message_data = RawObject::from_value(body).unwrap();
    EncryptedData { salt: 1, session_id: 2, message_id: 4, seq_no: 7, message_data }
}
