//! The good path.

use std::sync::atomic::Ordering;

use tl_mtproto::error::Error;
use tl_mtproto::example;
use tl_mtproto::schema::api::{self, enums, functions};
use tl_mtproto::schema::mtproto;
use tl_mtproto::schema::mtproto::types::{BadMsgNotification, RpcResult};
use tl_mtproto::unpack;
use tl_runtime::RawObject;

use crate::peers::{Counted, PATIENCE, Scripted, connect, serve};

#[tokio::test]
async fn calls_and_answers() {
    let (server, address) = serve(Counted::default(), PATIENCE).await;
    let mut peer = connect(address, PATIENCE).await.unwrap();

    let config = peer.client.introduce("test").await.unwrap();
    assert_eq!((config.this_dc, config.dc_options[0].ip_address.as_str()), (1, "127.0.0.1"));
    let pong = peer.client.invoke(&mtproto::functions::Ping { ping_id: 7 }).await.unwrap();
    assert_eq!(pong.ping_id, 7);

    let mut message =
        functions::messages::SendMessage::new(enums::InputPeer::InputPeerSelf, String::new(), 5);
    let error = peer.client.invoke(&message).await.unwrap_err();
    assert_eq!(error.to_string(), "error 400: MESSAGE_EMPTY");
    message.message = "Hello!".to_owned();
    let sent = peer.client.invoke(&message).await.unwrap();
    assert_eq!(sent.constructor_name(), "updateShortSentMessage");

    let news = example::message(42, "How are you?");
    server.announce(RawObject::from_value(&news).unwrap());
    assert_eq!(peer.updates.next().await.unwrap(), news);

    drop(peer.client);
    peer.carried.await.unwrap().unwrap();
    assert!(matches!(peer.updates.next().await, Err(Error::Closed)));
}

#[tokio::test]
async fn calls_that_are_packed() {
    let (_, address) = serve(Counted::default(), PATIENCE).await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let text = "Hello! ".repeat(200);
    let call = functions::messages::SendMessage::new(enums::InputPeer::InputPeerSelf, text, 5);
    let packed = unpack::pack(RawObject::from_value(&call).unwrap()).unwrap();
    assert!(packed.len() < 200);
    let answer = peer.client.invoke_raw(packed).await.unwrap();
    answer.decode::<enums::Updates>().unwrap();
}

#[tokio::test]
async fn layers_that_the_server_lacks() {
    let (_, address) = serve(Counted::default(), PATIENCE).await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let query = functions::help::GetConfig;
    let call = functions::InvokeWithLayer { layer: api::LAYER + 1, query };
    assert_eq!(
        peer.client.invoke(&call).await.unwrap_err().to_string(),
        "error 400: CONNECTION_LAYER_INVALID"
    );
}

/// The call is refused once and sent again; the service sees it once.
#[tokio::test]
async fn salts_change() {
    let service = Counted::default();
    let count = service.0.clone();
    let (server, address) = serve(service, PATIENCE).await;
    let peer = connect(address, PATIENCE).await.unwrap();
    peer.client.introduce("test").await.unwrap();
    for calls in 2..6 {
        server.change_salts();
        peer.client.invoke(&functions::help::GetNearestDc).await.unwrap();
        assert_eq!(count.load(Ordering::Relaxed), calls);
    }
}

/// A refused container is sent again with all that was in it.
#[tokio::test]
async fn salts_change_between_many_calls() {
    let service = Counted::default();
    let count = service.0.clone();
    let (server, address) = serve(service, PATIENCE).await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let calls: Vec<_> = (0..200)
        .map(|number| {
            if number % 20 == 0 {
                server.change_salts();
            }
            let client = peer.client.clone();
            tokio::spawn(async move { client.invoke(&functions::help::GetNearestDc).await })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(count.load(Ordering::Relaxed), 200);
}

#[tokio::test]
async fn clients_share_a_connection() {
    let (_, address) = serve(Counted::default(), PATIENCE).await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let other = peer.client.clone();
    drop(peer.client);
    other.invoke(&functions::help::GetNearestDc).await.unwrap();
    drop(other);
    peer.carried.await.unwrap().unwrap();
}

#[tokio::test]
async fn messages_that_the_server_refuses() {
    let (address, server) = Scripted::listen().await;
    let peer = connect(address, PATIENCE).await.unwrap();
    let client = peer.client.clone();
    let call = tokio::spawn(async move { client.invoke(&functions::help::GetNearestDc).await });
    let mut server = server.await.unwrap();
    let refused = server.call().await;
    let (bad_msg_id, bad_msg_seqno) = (refused.msg_id, refused.seqno);
    server.send(&BadMsgNotification { bad_msg_id, bad_msg_seqno, error_code: 16 }).await;
    assert!(matches!(call.await.unwrap(), Err(Error::BadMessage(16))));

    // An answer to a call that nobody waits for is no mistake.
    server.send(&RpcResult { req_msg_id: bad_msg_id, result: RawObject::from_value(&true).unwrap() }).await;
    let client = peer.client.clone();
    let call = tokio::spawn(async move { client.invoke(&functions::help::GetNearestDc).await });
    let next = server.call().await;
    let nearest = api::types::NearestDc { country: "DE".to_owned(), this_dc: 1, nearest_dc: 2 };
    let result = RawObject::from_value(&nearest).unwrap();
    server.send(&RpcResult { req_msg_id: next.msg_id, result }).await;
    assert_eq!(call.await.unwrap().unwrap(), nearest);
}
