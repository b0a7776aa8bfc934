//! The exchange of keys, and who meddles with it.

use bytes::BytesMut;
use tl_mtproto::clock::Clock;
use tl_mtproto::crypto::Side;
use tl_mtproto::error::Error;
use tl_mtproto::example::{self, Example};
use tl_mtproto::exchange::{agree, answer};
use tl_mtproto::plain::Plain;
use tl_mtproto::schema::envelope::types::UnencryptedMessage;
use tl_mtproto::schema::mtproto::{Object, functions};
use tl_mtproto::transport;
use tl_runtime::{BareDeserializable, BareSerializable, RawObject};
use tokio::net::{TcpListener, TcpStream};

use crate::peers::{PATIENCE, connect, serve};
use crate::relay::relay;

/// Both sides with the key that comes of it, after the server has refused so many.
async fn exchange(refusals: usize) -> [Result<i64, Error>; 2] {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let client = async {
        let (mut incoming, mut outgoing) =
            transport::start(TcpStream::connect(address).await.unwrap()).await?;
        let clock = &mut Clock::default();
        let mut link = Plain { incoming: &mut incoming, outgoing: &mut outgoing, clock };
        agree(&mut link, &example::key().public, 1).await
    };
    let server = async {
        let (mut incoming, mut outgoing) = transport::accept(listener.accept().await.unwrap().0).await?;
        let clock = &mut Clock::default();
        let mut link = Plain { incoming: &mut incoming, outgoing: &mut outgoing, clock };
        let call: functions::ReqPqMulti = link.receive().await?;
        let mut asked = 0;
        let take = |_: &_| {
            asked += 1;
            asked > refusals
        };
        answer(&mut link, call, &example::key(), take).await
    };
    let (client, server) = tokio::join!(client, server);
    [client, server].map(|agreed| {
        let agreed = agreed?;
        Ok(agreed.key.id() ^ agreed.salt)
    })
}

#[tokio::test]
async fn both_sides_have_the_key() {
    let [client, server] = exchange(0).await;
    assert_eq!(client.unwrap(), server.unwrap());
}

#[tokio::test]
async fn keys_that_the_server_has_already() {
    let [client, server] = exchange(3).await;
    assert_eq!(client.unwrap(), server.unwrap());
    let [client, server] = exchange(5).await;
    assert_eq!(client.unwrap_err().to_string(), "security check failed: the server takes our key");
    assert!(matches!(server, Err(Error::Closed)));
}

/// How the exchange ends for the client if somebody changes the server's, or its own, messages.
async fn meddled(change: impl Fn(&mut Object) + Send + 'static) -> String {
    let (_, server) = serve(Example, PATIENCE).await;
    let tamper = move |_: Side, frame: BytesMut| {
        let mut message = UnencryptedMessage::from_bare_bytes(&frame).unwrap();
        let mut object = message.message_data.decode().unwrap();
        change(&mut object);
        message.message_data = RawObject::from_value(&object).unwrap();
        vec![message.to_bare_bytes().unwrap()]
    };
    let address = relay(server, Box::new(tamper)).await;
    connect(address, PATIENCE).await.err().expect("an exchange that was meddled with").to_string()
}

#[tokio::test]
async fn nonces_that_are_not_ours() {
    let error = meddled(|object| {
        if let Object::ResPq(pq) = object {
            pq.nonce[0] ^= 1;
        }
    });
    assert_eq!(error.await, "security check failed: nonce is the one that we sent");
    let error = meddled(|object| {
        if let Object::ServerDhParamsOk(params) = object {
            params.server_nonce[0] ^= 1;
        }
    });
    let expected = "security check failed: nonce and server_nonce are those of this exchange";
    assert_eq!(error.await, expected);
    let error = meddled(|object| {
        if let Object::DhGenOk(ok) = object {
            ok.nonce[0] ^= 1;
        }
    });
    assert_eq!(error.await, expected);
}

#[tokio::test]
async fn servers_that_do_not_have_the_key() {
    let error = meddled(|object| {
        if let Object::DhGenOk(ok) = object {
            ok.new_nonce_hash1[0] ^= 1;
        }
    });
    assert_eq!(error.await, "security check failed: new_nonce_hash proves that the server has the key");
    let error = meddled(|object| {
        if let Object::ResPq(pq) = object {
            pq.server_public_key_fingerprints.clear();
        }
    });
    assert_eq!(error.await, "security check failed: the server has the key that we know");
}

#[tokio::test]
async fn puzzles_that_are_none() {
    let error = meddled(|object| {
        if let Object::ResPq(pq) = object {
            pq.pq = vec![7].into();
        }
    });
    assert_eq!(error.await, "security check failed: pq is a product of two different primes");
}

#[tokio::test]
async fn answers_that_were_changed() {
    let error = meddled(|object| {
        if let Object::ServerDhParamsOk(params) = object {
            let mut answer = params.encrypted_answer.to_vec();
            answer[100] ^= 1;
            params.encrypted_answer = answer.into();
        }
    });
    assert!(error.await.starts_with("security check failed: "));
}

/// The server notices, too, and hangs up.
#[tokio::test]
async fn calls_that_were_changed() {
    let ended = "the connection has ended";
    let error = meddled(|object| {
        if let Object::ReqDhParams(call) = object {
            call.p = call.q.clone();
        }
    });
    assert_eq!(error.await, ended);
    let error = meddled(|object| {
        if let Object::ReqDhParams(call) = object {
            let mut data = call.encrypted_data.to_vec();
            data[100] ^= 1;
            call.encrypted_data = data.into();
        }
    });
    assert_eq!(error.await, ended);
    let error = meddled(|object| {
        if let Object::SetClientDhParams(call) = object {
            call.server_nonce[0] ^= 1;
        }
    });
    assert_eq!(error.await, ended);
}
