//! Each fault once. Whose fault it is loses the connection, or gets an error; the others are served as before.

use std::time::Duration;

use bytes::Bytes;
use ed25519_dalek::SigningKey;
use tl_liteserver::adnl::{self, HANDSHAKE, Receiver, Sender, SessionKeys, seal, shared_secret};
use tl_liteserver::ton::functions::lite_server::{
    GetAllShardsInfo, GetMasterchainInfo, GetTime, Query, SendMessage,
};
use tl_liteserver::ton::types::adnl::message;
use tl_liteserver::ton::types::lite_server::Error;
use tl_liteserver::ton::types::tcp::Pong;
use tl_liteserver::{LiteClient, QueryError};
use tl_runtime::{Deserializable, RawObject, Serializable};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::queries::refused;
use crate::support::TestServer;

/// Long for this machine, short for a person.
const SOON: Duration = Duration::from_secs(5);

/// The server says nothing more, and closes the connection.
async fn is_closed(mut stream: TcpStream) {
    let mut rest = Vec::new();
    // A reset is an end, too.
    let _ = timeout(SOON, stream.read_to_end(&mut rest)).await.expect("the connection is still open");
    assert_eq!(rest, b"");
}

async fn is_sent_away(receiver: &mut Receiver) {
    let end = timeout(SOON, receiver.receive()).await.expect("the connection is still open");
    assert!(!matches!(end, Ok(Some(_))), "{end:?}");
}

fn handshake(server: &TestServer) -> Vec<u8> {
    let own = SigningKey::from_bytes(&rand::random());
    let receiver = server.key.verifying_key();
    seal(&receiver, &own.verifying_key(), &shared_secret(&own, &receiver), &SessionKeys::random())
}

#[tokio::test]
async fn a_changed_handshake() {
    let server = TestServer::start().await;
    // The address, the key, the digest, the sealed keys.
    for place in [0, 40, 70, HANDSHAKE - 1] {
        let mut stream = server.stream().await;
        let mut bytes = handshake(&server);
        bytes[place] ^= 1;
        stream.write_all(&bytes).await.unwrap();
        is_closed(stream).await;
    }
    server.lives().await;
}

#[tokio::test]
async fn half_a_handshake() {
    let server = TestServer::impatient().await;
    let mut stream = server.stream().await;
    stream.write_all(&handshake(&server)[..100]).await.unwrap();
    is_closed(stream).await;
    server.lives().await;
}

#[tokio::test]
async fn the_key_of_another_server() {
    let server = TestServer::start().await;
    let other = SigningKey::from_bytes(&rand::random());
    let connected = timeout(SOON, LiteClient::connect(server.address, &other.verifying_key())).await.unwrap();
    assert!(connected.is_err());
    server.lives().await;
}

/// A stream and its cipher, for packets that no sender would send.
async fn raw(server: &TestServer) -> (TcpStream, adnl::Cipher) {
    let own = SigningKey::from_bytes(&rand::random());
    let receiver = server.key.verifying_key();
    let keys = SessionKeys::random();
    let mut stream = server.stream().await;
    let bytes = seal(&receiver, &own.verifying_key(), &shared_secret(&own, &receiver), &keys);
    stream.write_all(&bytes).await.unwrap();
    stream.read_exact(&mut [0; 68]).await.unwrap();
    (stream, keys.to_server())
}

/// Sends these bytes where a packet should be.
async fn instead_of_a_packet(server: &TestServer, mut bytes: Vec<u8>) -> TcpStream {
    let (mut stream, mut cipher) = raw(server).await;
    ctr::cipher::StreamCipher::apply_keystream(&mut cipher, &mut bytes);
    stream.write_all(&bytes).await.unwrap();
    stream
}

#[tokio::test]
async fn a_wrong_length() {
    let server = TestServer::start().await;
    for length in [0, 63, (1 << 24) + 1, u32::MAX] {
        is_closed(instead_of_a_packet(&server, length.to_le_bytes().to_vec()).await).await;
    }
    server.lives().await;
}

#[tokio::test]
async fn a_wrong_checksum() {
    let server = TestServer::start().await;
    let packet = [&64_u32.to_le_bytes()[..], &[0; 64]].concat();
    is_closed(instead_of_a_packet(&server, packet).await).await;
    server.lives().await;
}

#[tokio::test]
async fn the_start_of_a_long_packet() {
    let server = TestServer::impatient().await;
    let packet = [&(1_u32 << 24).to_le_bytes()[..], &[0; 1000]].concat();
    is_closed(instead_of_a_packet(&server, packet).await).await;
    server.lives().await;
}

#[tokio::test]
async fn silence() {
    let server = TestServer::impatient().await;
    let (_sender, mut receiver) = server.packets().await;
    is_sent_away(&mut receiver).await;
    server.lives().await;
}

#[tokio::test]
async fn what_is_no_request() {
    let server = TestServer::start().await;
    let pong = Pong { random_id: 1 }.to_bytes().unwrap();
    // A message that asks for nothing, one that no schema has, one that is cut, and one that goes on.
    for packet in [pong.as_slice(), b"no message", &pong[..8], &[&pong[..], b"more"].concat()] {
        let (mut sender, mut receiver) = server.packets().await;
        sender.send(packet).await.unwrap();
        is_sent_away(&mut receiver).await;
    }
    server.lives().await;
}

/// Sends these bytes as a query, and gives back the error that is the answer.
async fn error_of(sender: &mut Sender, receiver: &mut Receiver, query: &[u8]) -> Error {
    let query = message::Query { query_id: rand::random(), query: Bytes::copy_from_slice(query) };
    sender.send(&query.to_bytes().unwrap()).await.unwrap();
    let answer = timeout(SOON, receiver.receive()).await.unwrap().unwrap().expect("an answer");
    let answer = message::Answer::from_bytes(&answer).unwrap();
    assert_eq!(answer.query_id, query.query_id);
    Error::from_bytes(&answer.answer).unwrap()
}

#[tokio::test]
async fn a_query_that_is_none() {
    let server = TestServer::start().await;
    let (mut sender, mut receiver) = server.packets().await;
    let time = GetTime {}.to_bytes().unwrap();
    let wait = tl_liteserver::ton::functions::lite_server::WaitMasterchainSeqno { seqno: 1, timeout_ms: 1 };
    let error = Error { code: 0, message: String::new() };
    let inside = |data: &[u8]| Query { data: Bytes::copy_from_slice(data) }.to_bytes().unwrap();
    for (query, words) in [
        (b"no query".to_vec(), "unknown id 0x71206f6e at byte 0, expected liteServer.query"),
        (inside(b"no query"), "unknown id 0x71206f6e at byte 0, expected Object"),
        (inside(&[&time[..], b"more"].concat()), "4 bytes left over at byte 4"),
        (inside(&wait.to_bytes().unwrap()), "unexpected end of input (4 bytes needed, 0 left) at byte 12"),
        (inside(&inside(&time)), "liteServer.query is not a query"),
        (inside(&error.to_bytes().unwrap()), "liteServer.error is not a query"),
    ] {
        let error = error_of(&mut sender, &mut receiver, &query).await;
        assert!(error.message.contains(words), "{error:?}");
        assert_eq!(error.code, 621);
    }
    // The connection is still good.
    let empty = SendMessage { body: Bytes::new() }.to_bytes().unwrap();
    assert_eq!(error_of(&mut sender, &mut receiver, &inside(&empty)).await.message, "the message is empty");
}

#[tokio::test]
async fn answers_that_nobody_takes() {
    let server = TestServer::impatient().await;
    let client = server.client().await;
    let last = client.query(&GetMasterchainInfo {}).await.unwrap().last;
    let (mut sender, receiver) = server.packets().await;
    let data = GetAllShardsInfo { id: last }.to_bytes().unwrap().into();
    let query = Query { data }.to_bytes().unwrap();
    let query = message::Query { query_id: [0; 32], query: query.into() }.to_bytes().unwrap();
    // The answers fill the buffers of the system, and then the server stops to read. In the end it closes.
    let flood = async { while sender.send(&query).await.is_ok() {} };
    timeout(Duration::from_secs(20), flood).await.expect("the connection is still open");
    drop(receiver);
    server.lives().await;
}

/// A server that answers every query with these messages, and leaves after the last of them.
async fn faulty(answers: impl Fn(&message::Query) -> Vec<Vec<u8>> + Send + 'static) -> LiteClient {
    let key = SigningKey::from_bytes(&rand::random());
    let public = key.verifying_key();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut sender, mut receiver) =
            adnl::accept(listener.accept().await.unwrap().0, &key).await.unwrap();
        let query = receiver.receive().await.unwrap().unwrap();
        for answer in answers(&RawObject::new(query).decode().unwrap()) {
            sender.send(&answer).await.unwrap();
        }
    });
    LiteClient::connect(address, &public).await.unwrap()
}

#[tokio::test]
async fn a_server_that_leaves() {
    let client = faulty(|_| vec![]).await;
    assert!(matches!(timeout(SOON, client.query(&GetTime {})).await.unwrap(), Err(QueryError::Closed)));
    assert!(matches!(client.ping().await, Err(QueryError::Closed)));
}

#[tokio::test]
async fn answers_that_nobody_asked_for() {
    let client = faulty(|query| {
        let answer = |query_id, code| {
            let answer = Error { code, message: String::new() }.to_bytes().unwrap().into();
            message::Answer { query_id, answer }.to_bytes().unwrap()
        };
        let pong = Pong { random_id: 1 }.to_bytes().unwrap();
        vec![b"no message".to_vec(), vec![], pong, answer([0; 32], 1), answer(query.query_id, 2)]
    });
    assert_eq!(refused(client.await.query(&GetTime {}).await).0, 2);
}

#[tokio::test]
async fn the_answer_of_another_function() {
    let client = faulty(|query| {
        let answer = true.to_bytes().unwrap().into();
        vec![message::Answer { query_id: query.query_id, answer }.to_bytes().unwrap()]
    });
    let error = client.await.query(&GetTime {}).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the answer cannot be read: unknown id 0x997275b5 at byte 0, expected liteServer.currentTime"
    );
}

#[tokio::test]
async fn a_caller_that_gives_up() {
    let server = TestServer::start().await;
    let client = server.client().await;
    let waiting = client.query_at(i32::MAX, SOON, &GetTime {});
    assert!(timeout(Duration::from_millis(50), waiting).await.is_err());
    assert!(client.query(&GetTime {}).await.is_ok());
}
