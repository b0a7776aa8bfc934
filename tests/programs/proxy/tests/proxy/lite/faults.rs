//! Each fault once. The connection ends on both sides, and the others live.

use ed25519_dalek::SigningKey;
use tl_liteserver::adnl;
use tl_liteserver::ton::functions::lite_server::{GetTime, SendMessage, WaitMasterchainSeqno};
use tl_liteserver::ton::functions::tcp::Ping;
use tl_liteserver::ton::types::lite_server::Error;
use tl_liteserver::{LiteClient, QueryError};
use tl_runtime::Serializable;
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use super::passing::{answer, query};
use super::{Ends, Place, impatient, liteserver, proxy, receive};
use crate::support::SOON;

/// Broken packets: cut, too long, not in the form that encode writes, nested wrongly.
fn broken(good: &[u8]) -> Vec<Vec<u8>> {
    let cut = good[..good.len() - 4].to_vec();
    let long = [good, b"more"].concat();
    vec![good[..3].to_vec(), cut, long]
}

#[tokio::test]
async fn a_broken_packet_of_the_client() {
    let send = SendMessage { body: "body".into() };
    let mut packets = broken(&Ping { random_id: 1 }.to_bytes().unwrap());
    packets.extend(broken(&query(&[&send])));
    // In the query: what goes on after its call, and a call that is cut.
    packets.push(query(&[&send, &send]));
    packets.push(query(&[&send, &0_u32]));
    // More prefixes than anybody needs.
    packets.push(query(&[&WaitMasterchainSeqno { seqno: 1, timeout_ms: 2 } as &dyn Serializable; 20]));
    // A length that is written in four bytes instead of one: a server may read it, and so the word would get past.
    let mut call = send.to_bytes().unwrap();
    call.splice(4..5, [0xfe, 4, 0, 0]);
    call.truncate(12);
    packets.push(query(&[&tl_runtime::RawObject::new(call)]));
    for packet in packets {
        let mut ends = Ends::open().await;
        ends.client.0.send(&packet).await.unwrap();
        assert_eq!(receive(&mut ends.client.1).await, None, "{packet:02x?}");
        assert_eq!(receive(&mut ends.server.1).await, None, "{packet:02x?}");
    }
}

#[tokio::test]
async fn a_broken_packet_of_the_server() {
    for packet in broken(&answer(&Error { code: 1, message: "words".to_owned() })) {
        let mut ends = Ends::open().await;
        ends.server.0.send(&packet).await.unwrap();
        assert_eq!(receive(&mut ends.client.1).await, None, "{packet:02x?}");
        assert_eq!(receive(&mut ends.server.1).await, None, "{packet:02x?}");
    }
}

#[tokio::test]
async fn the_others_live() {
    let server = liteserver().await;
    let proxy = proxy(server).await;
    let other = proxy.client().await;
    let (mut sender, mut receiver) = proxy.connect().await;
    sender.send(b"no message").await.unwrap();
    // An id that the schema lacks is passed on. It is the server that does not like it.
    assert_eq!(receive(&mut receiver).await, None);
    let (mut sender, mut receiver) = proxy.connect().await;
    sender.send(b"no").await.unwrap();
    assert_eq!(receive(&mut receiver).await, None);
    other.query(&GetTime {}).await.unwrap();
    proxy.lives().await;
}

#[tokio::test]
async fn a_client_that_hangs() {
    let proxy = impatient(liteserver().await).await;
    // Before the handshake, and after it.
    let mut stream = TcpStream::connect(proxy.0).await.unwrap();
    assert_eq!(timeout(SOON, stream.read(&mut [0])).await.unwrap().unwrap(), 0);
    let (_sender, mut receiver) = proxy.connect().await;
    assert_eq!(receive(&mut receiver).await, None);
    proxy.lives().await;
}

#[tokio::test]
async fn a_server_that_hangs() {
    let key = SigningKey::from_bytes(&rand::random());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let proxy = impatient(Place(listener.local_addr().unwrap(), key.verifying_key())).await;
    // It accepts, and says nothing: neither to the handshake …
    let (mut sender, mut receiver) = proxy.connect().await;
    let _ = sender.send(&query(&[&GetTime {}])).await;
    assert_eq!(receive(&mut receiver).await, None);
    // … nor to a query.
    listener.accept().await.unwrap();
    let server = async { adnl::accept(listener.accept().await.unwrap().0, &key).await.unwrap() };
    let ((mut sender, mut receiver), _server) = tokio::join!(proxy.connect(), server);
    sender.send(&query(&[&GetTime {}])).await.unwrap();
    assert_eq!(receive(&mut receiver).await, None);
}

#[tokio::test]
async fn a_server_that_is_not_there() {
    let key = SigningKey::from_bytes(&rand::random());
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let proxy = proxy(Place(gone, key.verifying_key())).await;
    let client = LiteClient::connect(proxy.0, &proxy.1).await.unwrap();
    assert!(matches!(timeout(SOON, client.query(&GetTime {})).await.unwrap(), Err(QueryError::Closed)));
}

#[tokio::test]
async fn an_answer_before_the_server_leaves() {
    let Ends { mut client, server: (mut sender, receiver) } = Ends::open().await;
    let packet = answer(&true);
    sender.send(&packet).await.unwrap();
    drop((sender, receiver));
    assert_eq!(receive(&mut client.1).await, Some(packet));
    assert_eq!(receive(&mut client.1).await, None);
}
