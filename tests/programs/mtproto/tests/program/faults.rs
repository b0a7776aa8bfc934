//! Each fault once: it ends what it must end, and nothing else.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use bytes::BytesMut;
use flate2::Compression;
use flate2::write::GzEncoder;
use tl_mtproto::crypto::{AuthKey, Side, random};
use tl_mtproto::error::Error;
use tl_mtproto::example;
use tl_mtproto::schema::api::functions::help::GetNearestDc;
use tl_mtproto::schema::mtproto::functions::Ping;
use tl_mtproto::schema::mtproto::types::{
    GzipPacked, Message, MsgContainer, NewSessionCreated, RpcError, RpcResult,
};
use tl_mtproto::server::Service;
use tl_mtproto::transport;
use tl_mtproto::unpack::unpack;
use tl_runtime::RawObject;
use tl_test_support::alloc::peak_of;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::peers::{Connected, Counted, HURRY, PATIENCE, Scripted, connect, serve};
use crate::relay::{Tamper, relay};

/// The server is still there for others.
async fn assert_alive(server: SocketAddr) {
    connect(server, PATIENCE).await.unwrap().client.invoke(&GetNearestDc).await.unwrap();
}

/// A connection whose encrypted frames pass through `tamper`, after the exchange of keys.
async fn tampered(
    mut tamper: impl FnMut(Side, BytesMut) -> Vec<Vec<u8>> + Send + 'static,
) -> (SocketAddr, Connected) {
    let (_, server) = serve(Counted::default(), PATIENCE).await;
    let tamper: Tamper = Box::new(move |sender, frame| match frame[..8] == [0; 8] {
        true => vec![frame.to_vec()],
        false => tamper(sender, frame),
    });
    let address = relay(server, tamper).await;
    (server, connect(address, PATIENCE).await.unwrap())
}

#[tokio::test]
async fn frames_from_the_server_that_were_changed() {
    let (server, peer) = tampered(|sender, mut frame| {
        if sender == Side::Server {
            frame[50] ^= 1;
        }
        vec![frame.to_vec()]
    })
    .await;
    assert!(matches!(peer.client.invoke(&GetNearestDc).await, Err(Error::Closed)));
    assert_eq!(peer.end().await.to_string(), "security check failed: msg_key is the hash of the data");
    assert_alive(server).await;
}

#[tokio::test]
async fn frames_from_the_client_that_were_changed() {
    let (server, peer) = tampered(|sender, mut frame| {
        if sender == Side::Client {
            frame[50] ^= 1;
        }
        vec![frame.to_vec()]
    })
    .await;
    assert!(matches!(peer.client.invoke(&GetNearestDc).await, Err(Error::Closed)));
    assert!(matches!(peer.end().await, Error::Closed));
    assert_alive(server).await;
}

#[tokio::test]
async fn frames_that_are_cut() {
    for length in [5, 8, 20, 24, 40, 41] {
        let (server, peer) = tampered(move |sender, mut frame| {
            if sender == Side::Server {
                frame.truncate(length);
            }
            vec![frame.to_vec()]
        })
        .await;
        let end = peer.end().await;
        assert!(matches!(end, Error::Security(_) | Error::Decode(_)), "{length} bytes: {end}");
        assert_alive(server).await;
    }
}

/// A frame that comes twice counts once.
#[tokio::test]
async fn frames_that_are_repeated() {
    let service = Counted::default();
    let count = service.0.clone();
    let (_, server) = serve(service, PATIENCE).await;
    let twice: Tamper = Box::new(|_, frame| match frame[..8] == [0; 8] {
        true => vec![frame.to_vec()],
        false => vec![frame.to_vec(), frame.to_vec()],
    });
    let peer = connect(relay(server, twice).await, PATIENCE).await.unwrap();
    for calls in 1..4 {
        peer.client.invoke(&GetNearestDc).await.unwrap();
        assert_eq!(count.load(Ordering::Relaxed), calls);
    }
}

#[tokio::test]
async fn frames_that_announce_too_much() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let client = tokio::spawn(connect(address, PATIENCE));
    let (mut stream, _) = listener.accept().await.unwrap();
    stream.write_all(&[0xff; 64]).await.unwrap();
    assert!(matches!(client.await.unwrap(), Err(Error::Io(_))));

    let (_, server) = serve(Counted::default(), PATIENCE).await;
    for start in [[0xee, 0xee, 0xee, 0xee, 0xff, 0xff, 0xff, 0x7f], *b"GET / HT"] {
        let mut stream = TcpStream::connect(server).await.unwrap();
        stream.write_all(&start).await.unwrap();
        let mut rest = Vec::new();
        // The server hangs up, and has nothing to say.
        let _ = stream.read_to_end(&mut rest).await;
        assert!(rest.is_empty());
    }
    assert_alive(server).await;
}

#[tokio::test]
async fn keys_that_the_server_does_not_know() {
    let (_, server) = serve(Counted::default(), PATIENCE).await;
    let (mut incoming, mut outgoing) =
        transport::start(TcpStream::connect(server).await.unwrap()).await.unwrap();
    outgoing.queue(AuthKey::new(random()).seal(Side::Client, vec![0; 40]).unwrap()).unwrap();
    outgoing.flush().await.unwrap();
    assert!(matches!(incoming.frame().await, Err(Error::Transport(-404))));
}

/// Answers with the same object to everybody.
struct Always(RawObject);

impl Service for Always {
    fn answer(&self, _: &RawObject) -> Result<RawObject, RpcError> {
        Ok(self.0.clone())
    }
}

fn zeros(count: usize) -> RawObject {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![0; count]).unwrap();
    RawObject::from_value(&GzipPacked { packed_data: encoder.finish().unwrap().into() }).unwrap()
}

/// The error of the first call, of a connection that goes on.
async fn failing(answer: RawObject) -> Error {
    let (_, address) = serve(Always(answer), PATIENCE).await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let error = peer.client.invoke(&GetNearestDc).await.unwrap_err();
    peer.client.invoke(&GetNearestDc).await.unwrap_err();
    error
}

#[tokio::test]
async fn answers_that_unpack_to_too_much() {
    let bomb = zeros(64 << 20);
    assert!(bomb.len() < 128 << 10);
    assert_eq!(failing(bomb).await.to_string(), "packed data of more than 4194304 bytes");
}

#[test]
fn unpacking_stops_at_the_limit() {
    let bomb = zeros(64 << 20);
    let (unpacked, peak) = peak_of(|| unpack(bomb));
    assert!(matches!(unpacked, Err(Error::TooLarge(_))));
    assert!(peak < 16 << 20, "{peak} bytes");
}

#[tokio::test]
async fn answers_that_do_not_unpack() {
    let packed = GzipPacked { packed_data: vec![7; 20].into() };
    let error = failing(RawObject::from_value(&packed).unwrap()).await;
    assert!(matches!(error, Error::Io(_)), "{error}");
}

#[tokio::test]
async fn answers_of_another_type() {
    let unknown = RawObject::new(vec![0xef, 0xbe, 0xad, 0xde]);
    assert_eq!(
        failing(unknown).await.to_string(),
        "received what cannot be decoded: unknown id 0xdeadbeef at byte 0, expected nearestDc"
    );
}

#[tokio::test]
async fn calls_that_the_server_does_not_know() {
    let (_, address) = serve(Counted::default(), PATIENCE).await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let error = peer.client.invoke_raw(RawObject::new(vec![0xef, 0xbe, 0xad, 0xde])).await.unwrap_err();
    assert_eq!(error.to_string(), "error 400: INPUT_METHOD_INVALID");
    peer.client.invoke(&GetNearestDc).await.unwrap();
}

#[tokio::test]
async fn updates_that_the_client_does_not_know() {
    let (server, address) = serve(Counted::default(), PATIENCE).await;
    let mut peer = connect(address, PATIENCE).await.unwrap();
    peer.client.invoke(&GetNearestDc).await.unwrap();
    server.announce(RawObject::new(vec![0xef, 0xbe, 0xad, 0xde]));
    assert_eq!(
        peer.updates.next().await.unwrap_err().to_string(),
        "received what cannot be decoded: unknown id 0xdeadbeef at byte 0, expected Updates"
    );
    server.announce(RawObject::from_value(&example::message(1, "a")).unwrap());
    peer.updates.next().await.unwrap();
}

#[tokio::test]
async fn updates_that_nobody_reads() {
    let (server, address) = serve(Counted::default(), PATIENCE).await;
    let mut peer = connect(address, PATIENCE).await.unwrap();
    peer.client.invoke(&GetNearestDc).await.unwrap();
    let update = RawObject::from_value(&example::message(1, "a")).unwrap();
    for _ in 0..3 {
        for _ in 0..100 {
            server.announce(update.clone());
        }
        peer.client.invoke(&GetNearestDc).await.unwrap();
    }
    assert!(matches!(peer.updates.next().await, Err(Error::Missed(44))));
    peer.updates.next().await.unwrap();
}

#[tokio::test]
async fn servers_that_are_silent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let start = Instant::now();
    assert!(matches!(connect(listener.local_addr().unwrap(), HURRY).await, Err(Error::Timeout)));
    assert!((HURRY..PATIENCE).contains(&start.elapsed()));
}

/// After the exchange of keys nothing arrives any more.
#[tokio::test]
async fn servers_that_become_silent() {
    let (_, server) = serve(Counted::default(), PATIENCE).await;
    let silence: Tamper = Box::new(|_, frame| match frame[..8] == [0; 8] {
        true => vec![frame.to_vec()],
        false => Vec::new(),
    });
    let address = relay(server, silence).await;
    // The exchange itself takes a while in a debug build.
    let peer = connect(address, Duration::from_secs(3)).await.unwrap();
    let error = peer.client.invoke(&GetNearestDc).await.unwrap_err();
    assert!(matches!(error, Error::Timeout | Error::Closed), "{error}");
    assert!(matches!(peer.end().await, Error::Timeout));
    assert_alive(server).await;
}

#[tokio::test]
async fn clients_that_are_silent() {
    let (_, server) = serve(Counted::default(), HURRY).await;
    let mut stream = TcpStream::connect(server).await.unwrap();
    let start = Instant::now();
    assert_eq!(stream.read(&mut [0]).await.unwrap(), 0);
    assert!((HURRY..PATIENCE).contains(&start.elapsed()));
}

/// This client's next ping is late.
#[tokio::test]
async fn clients_that_become_silent() {
    let (_, server) = serve(Counted::default(), PATIENCE / 10).await;
    let peer = connect(server, PATIENCE).await.unwrap();
    peer.client.invoke(&GetNearestDc).await.unwrap();
    assert!(matches!(timeout(PATIENCE / 4, peer.end()).await, Ok(Error::Closed)));
}

/// The client's pings keep a connection on which nobody calls.
#[tokio::test]
async fn clients_that_have_nothing_to_say() {
    let patience = Duration::from_secs(2);
    let (_, server) = serve(Counted::default(), patience).await;
    let peer = connect(server, patience).await.unwrap();
    tokio::time::sleep(2 * patience).await;
    peer.client.invoke(&GetNearestDc).await.unwrap();
}

/// How a client's connection ends after the server has sent something.
async fn scripted(object: RawObject) -> String {
    let (address, server) = Scripted::listen().await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let mut server = server.await.unwrap();
    server.send_raw(object).await;
    peer.end().await.to_string()
}

#[tokio::test]
async fn messages_that_make_no_sense() {
    let session = NewSessionCreated { first_msg_id: 0, unique_id: 0, server_salt: 0 };
    let body = RawObject::from_value(&session).unwrap();
    let message = |msg_id| Message { msg_id, seqno: 1, body: body.clone() };
    let container = RawObject::from_value(&MsgContainer { messages: vec![message(5)] }).unwrap();
    let message = Message { msg_id: 9, seqno: 1, body: container };
    let nested = MsgContainer { messages: vec![message] };
    assert_eq!(scripted(RawObject::from_value(&nested).unwrap()).await, "unexpected msg_container");
    assert_eq!(scripted(RawObject::from_value(&Ping { ping_id: 7 }).unwrap()).await, "unexpected ping");
    let damaged = RawObject::new(body.as_bytes()[..12].to_vec());
    assert_eq!(
        scripted(damaged).await,
        "received what cannot be decoded: unexpected end of input (24 bytes needed, 8 left) at byte 4, \
         in new_session_created.first_msg_id"
    );
    assert_eq!(scripted(zeros(64 << 20)).await, "packed data of more than 4194304 bytes");
}

/// A server's messages have odd identifiers.
#[tokio::test]
async fn messages_that_are_our_own() {
    let (address, server) = Scripted::listen().await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let mut server = server.await.unwrap();
    let body = RawObject::from_value(&true).unwrap();
    let message = Message { msg_id: 4, seqno: 1, body };
    server.send(&MsgContainer { messages: vec![message] }).await;
    assert_eq!(peer.end().await.to_string(), "security check failed: msg_id says which side sent it");
}

#[tokio::test]
async fn sessions_of_somebody_else() {
    let (address, server) = Scripted::listen().await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let mut server = server.await.unwrap();
    server.session.id ^= 1;
    server.send(&RpcResult { req_msg_id: 0, result: RawObject::from_value(&true).unwrap() }).await;
    assert_eq!(peer.end().await.to_string(), "security check failed: session_id is that of our session");
}
