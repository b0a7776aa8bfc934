//! TON's lite queries through a proxy.

mod faults;
mod passing;
mod rule;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::{SigningKey, VerifyingKey};
use tl_liteserver::adnl::{self, Receiver, Sender};
use tl_liteserver::ton::functions::lite_server::GetMasterchainInfo;
use tl_liteserver::{Chain, Limits, LiteClient};
use tl_proxy::{Form, Lite, Show};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::support::{PATIENCE, SOON, listen, show, stand_between};

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

async fn server() -> (TcpListener, SigningKey, Place) {
    let key = SigningKey::from_bytes(&rand::random());
    let (listener, address) = listen().await;
    let place = Place(address, key.verifying_key());
    (listener, key, place)
}

pub(crate) async fn liteserver() -> Place {
    let (listener, key, place) = server().await;
    tokio::spawn(tl_liteserver::serve(listener, key, Arc::new(Chain::mainnet()), Limits::default()));
    place
}

/// A proxy that sends peers away after a fifth of a second.
pub(crate) async fn impatient(server: Place) -> Place {
    start(server, Duration::from_millis(200), show(Form::Nothing).0).await
}

pub(crate) async fn proxy(server: Place) -> Place {
    start(server, PATIENCE, show(Form::Nothing).0).await
}

async fn start(Place(address, public): Place, patience: Duration, show: Show) -> Place {
    let key = SigningKey::from_bytes(&rand::random());
    let of_proxy = key.verifying_key();
    Place(stand_between(Lite { key, server: (address, public) }, patience, show).await, of_proxy)
}

/// Both ends of a connection through a proxy.
pub(crate) struct Ends {
    pub(crate) client: Connection,
    pub(crate) server: Connection,
}

impl Ends {
    pub(crate) async fn open() -> Self {
        Self::shown(show(Form::Nothing).0).await
    }

    async fn shown(show: Show) -> Self {
        let (listener, key, place) = server().await;
        let proxy = start(place, PATIENCE, show).await;
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
