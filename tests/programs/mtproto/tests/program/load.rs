//! 10,000 calls, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints what TL costs: the calls
//! per second beside those of the same exchange with the bytes prepared beforehand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use tl_mtproto::schema::api::{Object, enums, functions::messages::SendMessage, types};
use tl_mtproto::schema::mtproto::types::RpcError;
use tl_mtproto::server::Service;
use tl_runtime::{RawObject, Serializable};
use tl_test_support::alloc::peak_of;
use tokio::runtime;

use crate::peers::{PATIENCE, connect, serve};

const CALLS: i64 = 10_000;
const IN_FLIGHT: usize = 64;

#[test]
fn nothing_is_lost_and_memory_is_flat() {
    let (_, few) = measure(CALLS / 10, false);
    let (time, many) = measure(CALLS, false);
    // Ten times as many calls hold no more memory, but for what a map or a vector doubled.
    assert!(many < few + few / 4, "{many} bytes, and {few} for a tenth of the calls");
    let (prepared, _) = measure(CALLS, true);
    let rate = |time: Duration| CALLS as f64 / time.as_secs_f64();
    println!(
        "{:.0} calls a second, {:.2} of those with the bytes prepared beforehand ({:.0}); at most {} KiB",
        rate(time),
        rate(time) / rate(prepared),
        rate(prepared),
        many / 1024
    );
}

/// Client and server on the present thread, whose allocations are counted.
fn measure(calls: i64, is_prepared: bool) -> (Duration, usize) {
    let runtime = || runtime::Builder::new_current_thread().enable_all().build().unwrap();
    peak_of(|| {
        runtime().block_on(async {
            match is_prepared {
                true => exchange_prepared(calls).await,
                false => exchange(calls).await,
            }
        })
    })
}

fn message(number: i64) -> SendMessage {
    let text = "It is a truth universally acknowledged, that a single man in possession of a good fortune"
        .to_owned();
    SendMessage::new(
        enums::InputPeer::User(types::InputPeerUser { user_id: 42, access_hash: 7 }),
        text,
        number,
    )
}

fn sent(number: i64) -> enums::Updates {
    types::UpdateShortSentMessage::new(number as i32, 1, 1, 1_700_000_000).into()
}

/// Answers each message with its number.
struct Numbers;

impl Service for Numbers {
    fn answer(&self, call: &RawObject) -> Result<RawObject, RpcError> {
        let Object::MessagesSendMessage(call) = call.decode().unwrap() else { panic!("another call") };
        Ok(RawObject::from_value(&sent(call.random_id)).unwrap())
    }
}

async fn exchange(calls: i64) -> Duration {
    let (_, address) = serve(Numbers, PATIENCE).await;
    let client = connect(address, PATIENCE).await.unwrap().client;
    in_flight(calls, move |number| {
        let client = client.clone();
        async move { assert_eq!(client.invoke(&message(number)).await.unwrap(), sent(number)) }
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

async fn exchange_prepared(calls: i64) -> Duration {
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

/// Calls something for each number, in as many tasks as calls are in flight.
async fn in_flight<F: Future<Output = ()> + Send + 'static>(
    calls: i64,
    call: impl Fn(i64) -> F + Clone + Send + 'static,
) -> Duration {
    let (next, start) = (Arc::new(AtomicI64::new(0)), Instant::now());
    let tasks: Vec<_> = (0..IN_FLIGHT)
        .map(|_| {
            let (next, call) = (next.clone(), call.clone());
            tokio::spawn(async move {
                while let Some(number) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).filter(|number| *number < calls)
                {
                    call(number).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    start.elapsed()
}
