//! The crate `adnl` at the other end: a client of our server, and a server of our client.

use adnl::AdnlPeer;
use adnl::crypto::{KeyPair, SecretKey};
use bytes::Bytes;
use ed25519_dalek::{SigningKey, VerifyingKey};
use futures::{SinkExt, StreamExt};
use hex_literal::hex;
use tl_liteserver::ton::Object;
use tl_liteserver::ton::functions::lite_server::GetTime;
use tl_liteserver::ton::types::adnl::message::Answer;
use tl_liteserver::ton::types::lite_server::CurrentTime;
use tl_liteserver::{LiteClient, QueryError};
use tl_runtime::{Deserializable, Serializable};
use tokio::net::TcpListener;

use crate::support::TestServer;

/// `liteServer.getTime`, as that crate's documentation has it in bytes.
const GET_TIME: &[u8] = &hex!("7af98bb435263e6c95d6fecb497dfd0aa5f031e7d412986b5ce720496db512052e8f2d10"
    "0cdf068c7904345aad16000000000000");

#[tokio::test]
async fn a_client_of_another_library_is_served() {
    let server = TestServer::start().await;
    let mut client = AdnlPeer::connect(server.key.verifying_key().as_bytes(), server.address).await.unwrap();
    client.send(Bytes::from_static(GET_TIME)).await.unwrap();
    let answer = Answer::from_bytes(&client.next().await.unwrap().unwrap()).unwrap();
    assert_eq!(answer.query_id, GET_TIME[4..36]);
    assert!(CurrentTime::from_bytes(&answer.answer).unwrap().now > 1_700_000_000);
}

#[tokio::test]
async fn a_server_of_another_library_is_asked() {
    let secret: [u8; 32] = rand::random();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let keys = KeyPair::from(&SecretKey::from_bytes(secret));
        let mut peer = AdnlPeer::handle_handshake(stream, |_| Some(keys)).await.unwrap();
        let Object::AdnlMessageQuery(query) =
            Object::from_bytes(&peer.next().await.unwrap().unwrap()).unwrap()
        else {
            panic!("not a query");
        };
        assert_eq!(query.query, GET_TIME[37..49]);
        let answer = CurrentTime { now: 1_647_357_091 }.to_bytes().unwrap().into();
        peer.send(Answer { query_id: query.query_id, answer }.to_bytes().unwrap().into()).await.unwrap();
    });
    let key = SigningKey::from_bytes(&secret).verifying_key();
    let client =
        LiteClient::connect(address, &VerifyingKey::from_bytes(key.as_bytes()).unwrap()).await.unwrap();
    assert_eq!(client.query(&GetTime {}).await.unwrap().now, 1_647_357_091);
    // It has left.
    assert!(matches!(client.query(&GetTime {}).await, Err(QueryError::Closed)));
}
