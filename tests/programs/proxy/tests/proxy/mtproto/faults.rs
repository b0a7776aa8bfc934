//! Each fault once. The connection ends on both sides, and the others live.

use std::time::Duration;

use bytes::Bytes;
use tl_mtproto::crypto::{AuthKey, Side, random};
use tl_mtproto::error::Error;
use tl_mtproto::example::Example;
use tl_mtproto::schema::api::functions::InvokeWithLayer;
use tl_mtproto::schema::api::functions::help::GetConfig;
use tl_mtproto::schema::api::types::ReplyKeyboardHide;
use tl_mtproto::schema::mtproto::functions::Ping;
use tl_mtproto::schema::mtproto::types::{GzipPacked, MsgsAck};
use tl_mtproto::transport;
use tl_mtproto::unpack::deflate;
use tl_proxy::Form;
use tl_runtime::{RawObject, Serializable};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::passing::{container, object, packed, send};
use super::{End, Ends, lives, message, proxy, serve, start, try_connect};
use crate::support::{SOON, listen, show};

/// A body that unpacks to so many zeros.
fn zeros(count: usize) -> RawObject {
    object(&GzipPacked { packed_data: deflate(&vec![0; count]).unwrap().into() })
}

#[tokio::test]
async fn a_broken_message_of_the_client() {
    let call = object(&send("body"));
    let bytes = call.as_bytes();
    // A length that is written in four bytes instead of one: a server may read it, and so the word would get past.
    let mut lenient = bytes[..12].to_vec();
    lenient.extend([&[0xfe, 4, 0, 0], &b"body"[..], &bytes[20..]].concat());
    let nested = |levels| {
        (0..levels).fold(object(&GetConfig), |query, _| object(&InvokeWithLayer { layer: 1, query }))
    };
    let bodies = [
        RawObject::new(bytes[..bytes.len() - 4].to_vec()),
        RawObject::new([bytes, b"more"].concat()),
        RawObject::new(lenient),
        // A field that the proxy's schema lacks.
        object(&send("body").reply_markup(ReplyKeyboardHide::default())),
        nested(1_000),
        object(&GzipPacked { packed_data: Bytes::from_static(b"not packed") }),
        zeros(64 << 20),
        // Each of them unpacks to what is allowed.
        object(&container(vec![zeros(4 << 20); 20])),
        (0..20).fold(call.clone(), |inner, _| object(&packed(&inner))),
    ];
    for body in bodies {
        let mut ends = Ends::open().await;
        ends.client.send(&message(&body)).await;
        ends.assert_ended().await;
    }
    Ends::open().await.assert_up(&nested(10)).await;
}

#[tokio::test]
async fn a_broken_message_of_the_server() {
    let ack = object(&MsgsAck { msg_ids: vec![1] });
    for body in [RawObject::new(ack.as_bytes()[..12].to_vec()), zeros(64 << 20)] {
        let mut ends = Ends::open().await;
        ends.server.send(&message(&body)).await;
        ends.assert_ended().await;
    }
}

#[tokio::test]
async fn a_frame_that_was_changed() {
    let frames = |frame: Vec<u8>| {
        let mut changed = frame.clone();
        changed[50] ^= 1;
        // Of the key, of the hash, of the message.
        let cut = [8, 20, 40].map(|length| frame[..length].to_vec());
        [vec![changed, vec![0; 24]], cut.to_vec()].concat()
    };
    for number in 0..5 {
        let mut ends = Ends::open().await;
        let frame = frames(ends.client.seal(&message(&Ping { ping_id: 1 }))).remove(number);
        ends.client.send_frame(frame).await;
        ends.assert_ended().await;
        let mut ends = Ends::open().await;
        let frame = frames(ends.server.seal(&message(&Ping { ping_id: 1 }))).remove(number);
        ends.server.send_frame(frame).await;
        ends.assert_ended().await;
    }
}

/// The server's key is not the one of the client.
#[tokio::test]
async fn a_key_of_somebody_else() {
    let mut ends = Ends::open().await;
    ends.client.key = ends.server.key.clone();
    ends.client.send(&message(&Ping { ping_id: 1 })).await;
    ends.assert_ended().await;
}

#[tokio::test]
async fn a_key_that_the_proxy_does_not_know() {
    let proxy = proxy(serve(Example).await.1).await;
    let (mut incoming, mut outgoing) =
        transport::start(TcpStream::connect(proxy).await.unwrap()).await.unwrap();
    outgoing.queue(AuthKey::new(random()).seal(Side::Client, vec![0; 40]).unwrap()).unwrap();
    outgoing.flush().await.unwrap();
    assert!(matches!(incoming.frame().await, Err(Error::Transport(-404))));
    assert!(matches!(incoming.frame().await, Err(Error::Closed)));
    lives(proxy).await;
}

/// The client learns it, and can agree on another one.
#[tokio::test]
async fn a_key_that_the_server_has_forgotten() {
    let mut ends = Ends::open().await;
    ends.server.send_frame((-404_i32).to_bytes().unwrap()).await;
    assert!(matches!(ends.client.incoming.frame().await, Err(Error::Transport(-404))));
    drop(ends.server);
    assert_eq!(ends.client.receive().await, None);
}

/// Not a fault: it has kept its key.
#[tokio::test]
async fn a_client_that_comes_back() {
    let proxy = proxy(serve(Example).await.1).await;
    let client = End::client(proxy).await;
    let mut client = client.again(proxy).await;
    client.send(&message(&Ping { ping_id: 1 })).await;
    assert!(client.receive().await.is_some());
}

#[tokio::test]
async fn what_is_no_frame() {
    let proxy = proxy(serve(Example).await.1).await;
    let too_long = [[0xee; 4], [0xff; 4]].concat();
    let no_exchange = [&[0xee; 4], &24_u32.to_le_bytes(), &[0; 24][..]].concat();
    for start in [b"GET / HTTP/1.1\r\n".to_vec(), too_long, no_exchange] {
        let mut stream = TcpStream::connect(proxy).await.unwrap();
        stream.write_all(&start).await.unwrap();
        let mut rest = Vec::new();
        let _ = timeout(SOON, stream.read_to_end(&mut rest)).await.expect("the connection is still open");
        assert!(rest.is_empty());
    }
    lives(proxy).await;
}

/// Long enough for an exchange of keys in a debug build.
const HURRY: Duration = Duration::from_secs(1);

#[tokio::test]
async fn peers_that_hang_before_there_is_a_key() {
    let (_listener, server) = listen().await;
    let proxy = start(server, HURRY, show(Form::Nothing).0).await;
    let mut stream = TcpStream::connect(proxy).await.unwrap();
    assert_eq!(timeout(SOON, stream.read(&mut [0])).await.unwrap().unwrap(), 0);
    // This client does its part, and the server does not.
    assert!(matches!(timeout(SOON, try_connect(proxy)).await.unwrap(), Err(Error::Closed)));
}

#[tokio::test]
async fn peers_that_hang_after_it() {
    let (listener, server) = listen().await;
    let proxy = start(server, HURRY, show(Form::Nothing).0).await;
    let (mut client, mut server) = tokio::join!(End::client(proxy), End::server(&listener));
    assert_eq!(client.receive().await, None);
    assert_eq!(server.receive().await, None);
    // This client goes on, and the server does not answer.
    let (mut client, mut server) = tokio::join!(End::client(proxy), End::server(&listener));
    let talk = async {
        loop {
            client.send(&message(&Ping { ping_id: 1 })).await;
            tokio::time::sleep(HURRY / 10).await;
        }
    };
    let mut heard = 0;
    let hear = async {
        while server.receive().await.is_some() {
            heard += 1;
        }
    };
    tokio::select! {
        () = talk => {}
        end = timeout(SOON, hear) => end.expect("the connection is still open"),
    }
    assert!(heard > 1);
}

#[tokio::test]
async fn a_server_that_is_not_there() {
    let (listener, gone) = listen().await;
    drop(listener);
    assert!(timeout(SOON, try_connect(proxy(gone).await)).await.unwrap().is_err());
}
