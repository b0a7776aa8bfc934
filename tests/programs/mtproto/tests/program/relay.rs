//! Somebody between client and server who sees every frame, and may change it.

use std::net::SocketAddr;

use bytes::BytesMut;
use tl_mtproto::crypto::Side;
use tl_mtproto::transport;
use tokio::net::{TcpListener, TcpStream};

/// What becomes of a frame: any number of frames instead.
pub(crate) type Tamper = Box<dyn FnMut(Side, BytesMut) -> Vec<Vec<u8>> + Send>;

/// Relays one connection to `server`.
pub(crate) async fn relay(server: SocketAddr, mut tamper: Tamper) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut from_client, mut to_client) =
            transport::accept(listener.accept().await.unwrap().0).await.unwrap();
        let (mut from_server, mut to_server) =
            transport::start(TcpStream::connect(server).await.unwrap()).await.unwrap();
        loop {
            let (sender, frame, to) = tokio::select! {
                frame = from_client.frame() => (Side::Client, frame, &mut to_server),
                frame = from_server.frame() => (Side::Server, frame, &mut to_client),
            };
            // Who hangs up on one side hangs up on the other.
            let Ok(frame) = frame else { return };
            for frame in tamper(sender, frame) {
                to.queue(frame).unwrap();
            }
            if to.flush().await.is_err() {
                return;
            }
        }
    });
    address
}
