//! 10,000 calls, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints what TL costs: the calls
//! per second beside those of the same exchange with the bytes prepared beforehand.

use std::time::Duration;

use tl_mtproto::schema::api::{Object, enums, functions::messages::SendMessage, types};
use tl_mtproto::schema::mtproto::types::RpcError;
use tl_mtproto::server::Service;
use tl_runtime::{RawObject, Serializable};
use tl_test_support::load::{compare, in_flight};

use crate::peers::{PATIENCE, connect, serve};

#[test]
fn nothing_is_lost_and_memory_is_flat() {
    compare(exchange, exchange_prepared, "with the bytes prepared beforehand");
}

fn message(number: u32) -> SendMessage {
    let text = "It is a truth universally acknowledged, that a single man in possession of a good fortune";
    SendMessage::new(types::InputPeerUser { user_id: 42, access_hash: 7 }, text, number.into())
}

fn sent(number: i32) -> enums::Updates {
    types::UpdateShortSentMessage::new(number, 1, 1, 1_700_000_000).into()
}

/// Answers each message with its number.
struct Numbers;

impl Service for Numbers {
    fn answer(&self, call: &RawObject) -> Result<RawObject, RpcError> {
        let Object::MessagesSendMessage(call) = call.decode().unwrap() else { panic!("another call") };
        Ok(RawObject::from_value(&sent(call.random_id as i32)).unwrap())
    }
}

async fn exchange(calls: u32) -> Duration {
    let (_, address) = serve(Numbers, PATIENCE).await;
    let client = connect(address, PATIENCE).await.unwrap().client;
    in_flight(calls, move |number| {
        let client = client.clone();
        async move { assert_eq!(client.invoke(&message(number)).await.unwrap(), sent(number as i32)) }
    })
    .await
}

/// Answers with bytes that it has.
struct Prepared(RawObject);

impl Service for Prepared {
    fn answer(&self, _: &RawObject) -> Result<RawObject, RpcError> {
        Ok(self.0.clone())
    }
}

async fn exchange_prepared(calls: u32) -> Duration {
    let answer = RawObject::from_value(&sent(1)).unwrap();
    let (_, address) = serve(Prepared(answer.clone()), PATIENCE).await;
    let client = connect(address, PATIENCE).await.unwrap().client;
    let call = RawObject::new(message(1).to_bytes().unwrap());
    in_flight(calls, move |_| {
        let (client, call, answer) = (client.clone(), call.clone(), answer.clone());
        async move { assert_eq!(client.invoke_raw(call).await.unwrap(), answer) }
    })
    .await
}
