//! 10,000 queries, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints what TL costs: the calls
//! per second beside those of an exchange of the same packets, written beforehand and read by nobody.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use ed25519_dalek::SigningKey;
use tl_liteserver::adnl::{self, Receiver, Sender};
use tl_liteserver::ton::functions::lite_server::{GetBlockHeader, GetMasterchainInfo, Query};
use tl_liteserver::ton::types::adnl::message;
use tl_liteserver::ton::types::lite_server::BlockHeader;
use tl_liteserver::ton::types::ton_node::BlockIdExt;
use tl_runtime::Serializable;
use tl_test_support::alloc::peak_of;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;
use tokio::sync::{Semaphore, mpsc, oneshot};

use crate::support::TestServer;

const QUERIES: u32 = 10_000;
const IN_FLIGHT: usize = 64;

#[test]
fn nothing_is_lost_and_memory_is_flat() {
    let (_, few) = measure(QUERIES / 10);
    let (time, many) = measure(QUERIES);
    // Ten times as many queries hold no more memory, but for what a hash map or a vector doubled.
    assert!(many < few + few / 4, "{many} bytes, and {few} for a tenth of the queries");

    let (prepared, _) = on_one_thread(async {
        let exchange = Prepared::write(QUERIES);
        let start = Instant::now();
        exchange.run().await;
        start.elapsed()
    });
    let rate = |time: Duration| f64::from(QUERIES) / time.as_secs_f64();
    println!(
        "{:.0} calls a second, {:.2} of those with the bytes prepared beforehand ({:.0}); at most {} KiB",
        rate(time),
        rate(time) / rate(prepared),
        rate(prepared),
        many / 1024
    );
}

fn measure(queries: u32) -> (Duration, usize) {
    on_one_thread(async move {
        let server = TestServer::start().await;
        let client = server.client().await;
        let id = client.query(&GetMasterchainInfo {}).await.unwrap().last;
        let start = Instant::now();
        in_flight(queries, move |number| {
            let (client, id) = (client.clone(), id.clone());
            async move {
                // The server repeats `mode`: each answer is that of its query.
                let header = client.query(&GetBlockHeader { id, mode: number }).await.unwrap();
                assert_eq!((header.mode, header.header_proof.len()), (number, 518));
            }
        })
        .await;
        start.elapsed()
    })
}

/// Runs client and server on the present thread, whose allocations are counted.
fn on_one_thread<T>(work: impl Future<Output = T>) -> (T, usize) {
    peak_of(|| runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work))
}

/// Calls something for each number, in as many tasks as queries are in flight.
async fn in_flight<F: Future<Output = ()> + Send + 'static>(
    count: u32,
    call: impl Fn(u32) -> F + Clone + Send + 'static,
) {
    let next = Arc::new(AtomicU32::new(0));
    let tasks: Vec<_> = (0..IN_FLIGHT)
        .map(|_| {
            let (next, call) = (next.clone(), call.clone());
            tokio::spawn(async move {
                loop {
                    match next.fetch_add(1, Ordering::Relaxed) {
                        number if number < count => call(number).await,
                        _ => return,
                    }
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}

/// The same exchange in the same tasks, but answers come in the order of the queries, and nobody looks at them.
struct Prepared {
    queries: Vec<Bytes>,
    answers: Vec<Bytes>,
}

impl Prepared {
    fn write(count: u32) -> Self {
        let id =
            BlockIdExt { workchain: -1, shard: i64::MIN, seqno: 1, root_hash: [1; 32], file_hash: [2; 32] };
        let packets = (0..count).map(|mode| {
            let query_id = rand::random();
            let query = GetBlockHeader { id: id.clone(), mode }.to_bytes().unwrap().into();
            let query = Query { data: query }.to_bytes().unwrap().into();
            let query = message::Query { query_id, query }.to_bytes().unwrap();
            let answer = BlockHeader { id: id.clone(), mode, header_proof: vec![3; 518].into() };
            let answer =
                message::Answer { query_id, answer: answer.to_bytes().unwrap().into() }.to_bytes().unwrap();
            (Bytes::from(query), Bytes::from(answer))
        });
        let (queries, answers) = packets.unzip();
        Self { queries, answers }
    }

    async fn run(self) {
        let key = SigningKey::from_bytes(&rand::random());
        let public = key.verifying_key();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (sender, receiver) = adnl::accept(listener.accept().await.unwrap().0, &key).await.unwrap();
            Self::serve(sender, receiver, self.answers).await;
        });
        let (sender, mut receiver) =
            adnl::connect(TcpStream::connect(address).await.unwrap(), &public).await.unwrap();
        let outgoing = writer(sender);
        let waiting = Arc::new(Mutex::new(VecDeque::<oneshot::Sender<Bytes>>::new()));
        let waiters = waiting.clone();
        tokio::spawn(async move {
            while let Some(packet) = receiver.receive().await.unwrap() {
                waiters.lock().unwrap().pop_front().unwrap().send(packet).unwrap();
            }
        });
        let queries = Arc::new(self.queries);
        in_flight(QUERIES, move |number| {
            let (outgoing, waiting, queries) = (outgoing.clone(), waiting.clone(), queries.clone());
            async move {
                let (answered, answer) = oneshot::channel();
                waiting.lock().unwrap().push_back(answered);
                outgoing.send(queries[number as usize].clone()).await.unwrap();
                answer.await.unwrap();
            }
        })
        .await;
    }

    async fn serve(sender: Sender, mut receiver: Receiver, answers: Vec<Bytes>) {
        let outgoing = writer(sender);
        let slots = Arc::new(Semaphore::new(IN_FLIGHT));
        for answer in answers {
            receiver.receive().await.unwrap().unwrap();
            let slot = slots.clone().acquire_owned().await.unwrap();
            let outgoing = outgoing.clone();
            tokio::spawn(async move {
                outgoing.send(answer).await.unwrap();
                drop(slot);
            });
        }
    }
}

fn writer(mut sender: Sender) -> mpsc::Sender<Bytes> {
    let (outgoing, mut packets) = mpsc::channel::<Bytes>(IN_FLIGHT);
    tokio::spawn(async move {
        while let Some(packet) = packets.recv().await {
            sender.send(&packet).await.unwrap();
        }
    });
    outgoing
}
