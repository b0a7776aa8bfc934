//! A proxy between a test and a server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::{SigningKey, VerifyingKey};
use tl_liteserver::adnl::{self, Receiver, Sender};
use tl_liteserver::ton::functions::lite_server::GetMasterchainInfo;
use tl_liteserver::{Chain, Limits, LiteClient};
use tl_proxy::{Proxy, Rule, Show};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

/// Long for this machine, short for a person.
pub(crate) const SOON: Duration = Duration::from_secs(5);

pub(crate) type Connection = (Sender, Receiver);

/// Where something listens, and its key.
#[derive(Clone, Copy)]
pub(crate) struct Place(pub(crate) SocketAddr, pub(crate) VerifyingKey);

impl Place {
    pub(crate) async fn connect(&self) -> Connection {
        adnl::connect(TcpStream::connect(self.0).await.unwrap(), &self.1).await.unwrap()
    }

    pub(crate) async fn client(&self) -> LiteClient {
        LiteClient::connect(self.0, &self.1).await.unwrap()
    }

    /// Others are served as before.
    pub(crate) async fn lives(&self) {
        self.client().await.query(&GetMasterchainInfo {}).await.unwrap();
    }
}

async fn listen() -> (TcpListener, SigningKey, Place) {
    let key = SigningKey::from_bytes(&rand::random());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = Place(listener.local_addr().unwrap(), key.verifying_key());
    (listener, key, place)
}

pub(crate) async fn liteserver() -> Place {
    let (listener, key, place) = listen().await;
    tokio::spawn(tl_liteserver::serve(listener, key, Arc::new(Chain::mainnet()), Limits::default()));
    place
}

/// A proxy that sends peers away after a fifth of a second.
pub(crate) async fn impatient(server: Place) -> Place {
    start(server, Duration::from_millis(200)).await
}

pub(crate) async fn proxy(server: Place) -> Place {
    start(server, Duration::from_secs(30)).await
}

async fn start(Place(address, public): Place, patience: Duration) -> Place {
    let (listener, key, place) = listen().await;
    let rule = Rule { word: "secret".into() };
    let proxy = Proxy { key, server: (address, public), rule, patience, show: Show::Nothing };
    tokio::spawn(tl_proxy::serve(listener, Arc::new(proxy)));
    place
}

/// Both ends of a connection through a proxy.
pub(crate) struct Ends {
    pub(crate) client: Connection,
    pub(crate) server: Connection,
}

impl Ends {
    pub(crate) async fn open() -> Self {
        let (listener, key, place) = listen().await;
        let proxy = proxy(place).await;
        let server = async { adnl::accept(listener.accept().await.unwrap().0, &key).await.unwrap() };
        let (client, server) = tokio::join!(proxy.connect(), server);
        Self { client, server }
    }

    /// What arrives at the server of a packet that the client sends.
    pub(crate) async fn up(&mut self, packet: &[u8]) -> Vec<u8> {
        through(&mut self.client.0, packet, &mut self.server.1).await
    }

    /// What arrives at the client of a packet that the server sends.
    pub(crate) async fn down(&mut self, packet: &[u8]) -> Vec<u8> {
        through(&mut self.server.0, packet, &mut self.client.1).await
    }
}

async fn through(sender: &mut Sender, packet: &[u8], receiver: &mut Receiver) -> Vec<u8> {
    sender.send(packet).await.unwrap();
    receive(receiver).await.expect("the connection is closed")
}

/// The next packet; `None` if there is none.
pub(crate) async fn receive(receiver: &mut Receiver) -> Option<Vec<u8>> {
    let packet = timeout(SOON, receiver.receive()).await.expect("the connection is still open");
    packet.ok().flatten().map(|packet| packet.to_vec())
}
