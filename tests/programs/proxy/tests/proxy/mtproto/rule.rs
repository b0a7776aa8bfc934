//! What the rule stops or changes.

use std::sync::Mutex;

use tl_mtproto::client::Client;
use tl_mtproto::clock::Clock;
use tl_mtproto::error::Error;
use tl_mtproto::example::Example;
use tl_mtproto::schema::api::functions::help::GetNearestDc;
use tl_mtproto::schema::envelope::types::EncryptedData;
use tl_mtproto::schema::mtproto::functions::Ping;
use tl_mtproto::schema::mtproto::types::{GzipPacked, MsgsAck, RpcError, RpcResult};
use tl_mtproto::server::Service;
use tl_mtproto::unpack::inflate;
use tl_runtime::RawObject;

use super::passing::{container, first, object, packed, send};
use super::{End, Ends, connect, message, proxy, serve};
use crate::support::listen;

/// The example, which keeps the calls that it sees.
#[derive(Default)]
struct Recording(std::sync::Arc<Mutex<Vec<RawObject>>>);

impl Service for Recording {
    fn answer(&self, call: &RawObject) -> Result<RawObject, RpcError> {
        self.0.lock().unwrap().push(call.clone());
        Example.answer(call)
    }
}

async fn error_of(client: &Client, call: RawObject) -> String {
    client.invoke_raw(call).await.expect_err("an error").to_string()
}

#[tokio::test]
async fn a_message_with_the_word_is_refused() {
    let service = Recording::default();
    let seen = service.0.clone();
    let (_, server) = serve(service).await;
    let (client, _) = connect(proxy(server).await).await;
    // Also if it is the first of the session, in a prefix, packed.
    for call in [
        object(&send("a secret word")),
        object(&first(send("secret"))),
        object(&packed(&send("so secret"))),
        object(&packed(&first(send("secretsecret")))),
    ] {
        assert_eq!(error_of(&client, call).await, "error 403: PROXY_REFUSED");
    }
    // The connection lives on, and the server has not seen them.
    client.invoke(&send("a word")).await.unwrap();
    assert_eq!(*seen.lock().unwrap(), [object(&send("a word"))]);
}

/// None hangs, whichever calls it shares a container with.
#[tokio::test]
async fn each_call_of_many_is_answered() {
    let (_, server) = serve(Example).await;
    let (client, _) = connect(proxy(server).await).await;
    let calls: Vec<_> = (0..200)
        .map(|number| {
            let client = client.clone();
            let text = if number % 3 == 0 { "secret" } else { "word" };
            tokio::spawn(async move { client.invoke(&send(text)).await })
        })
        .collect();
    for (number, call) in calls.into_iter().enumerate() {
        match call.await.unwrap() {
            Ok(_) => assert_ne!(number % 3, 0),
            Err(Error::Rpc(error)) => assert_eq!((number % 3, error.error_code), (0, 403)),
            Err(other) => panic!("{other}"),
        }
    }
}

/// The answer that the proxy gives in the server's place: to which message, and its own number.
fn refused(data: Option<EncryptedData>) -> (i64, i64) {
    let data = data.expect("an answer");
    let answer: RpcResult = data.message_data.decode().unwrap();
    let error: RpcError = answer.result.decode().unwrap();
    assert_eq!((error.error_code, error.error_message.as_str()), (403, "PROXY_REFUSED"));
    assert_eq!((data.salt, data.session_id, data.message_id & 3, data.seq_no & 1), (1, 2, 1, 1));
    (answer.req_msg_id, data.message_id)
}

#[tokio::test]
async fn the_rest_of_a_container_goes_on() {
    let mut ends = Ends::open().await;
    let (ping, ack) = (object(&Ping { ping_id: 1 }), object(&MsgsAck { msg_ids: vec![1] }));
    let all = container(vec![ping, object(&send("secret")), object(&packed(&send("secret"))), ack]);
    let mut rest = all.clone();
    rest.messages.drain(1..3);

    ends.client.send(&message(&all)).await;
    assert_eq!(ends.server.receive().await.unwrap(), message(&rest));
    let (first, its_number) = refused(ends.client.receive().await);
    let (second, next_number) = refused(ends.client.receive().await);
    assert_eq!((first, second), (12, 16));
    assert!(next_number > its_number);

    // Packed once more, as it has changed.
    ends.client.send(&message(&packed(&all))).await;
    let got: GzipPacked = ends.server.receive().await.unwrap().message_data.decode().unwrap();
    assert_eq!(RawObject::new(inflate(&got.packed_data).unwrap()), object(&rest));
}

#[tokio::test]
async fn of_a_message_that_is_refused_nothing_goes_on() {
    let mut ends = Ends::open().await;
    ends.client.send(&message(&send("secret"))).await;
    assert_eq!(refused(ends.client.receive().await).0, 4);
    ends.client.send(&message(&container(vec![object(&send("secret"))]))).await;
    assert_eq!(refused(ends.client.receive().await).0, 8);
    // This is the first that arrives.
    ends.assert_up(&GetNearestDc).await;
    // Nor is it the server that sends messages.
    ends.assert_down(&send("secret")).await;
}

/// Whoever is behind the proxy has the time of the server.
#[tokio::test]
async fn numbers_are_of_the_servers_time() {
    let (listener, address) = listen().await;
    let proxy = proxy(address).await;
    let mut clock = Clock::default();
    clock.set(clock.now() + 10_000);
    let (mut client, server) = tokio::join!(End::client(proxy), End::server_at(&listener, clock));
    assert!((server.clock.now() - client.clock.now()).abs() < 10);
    client.send(&message(&send("secret"))).await;
    let (_, number) = refused(client.receive().await);
    assert!(client.clock.is_recent(number));
}

#[tokio::test]
async fn the_word_is_taken_out_of_errors() {
    let mut ends = Ends::open().await;
    let error = |text: &str| RpcError { error_code: 400, error_message: text.to_owned() };
    let answer = |result| message(&RpcResult { req_msg_id: 4, result });
    ends.server.send(&answer(object(&error("the secrets are secret")))).await;
    let expected = answer(object(&error("the ******s are ******")));
    assert_eq!(ends.client.receive().await.unwrap(), expected);

    ends.server.send(&answer(object(&packed(&error("secret"))))).await;
    let got: RpcResult = ends.client.receive().await.unwrap().message_data.decode().unwrap();
    let got: GzipPacked = got.result.decode().unwrap();
    assert_eq!(RawObject::new(inflate(&got.packed_data).unwrap()), object(&error("******")));
}
