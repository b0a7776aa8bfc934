//! 10,000 queries, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints what TL costs: the calls
//! per second beside those of an exchange of the same packets, written beforehand and read by nobody.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use ed25519_dalek::SigningKey;
use tl_liteserver::adnl::{self, Receiver, Sender};
use tl_liteserver::ton::functions::lite_server::{GetBlockHeader, GetMasterchainInfo, Query};
use tl_liteserver::ton::types::adnl::message;
use tl_liteserver::ton::types::lite_server::BlockHeader;
use tl_liteserver::ton::types::ton_node::BlockIdExt;
use tl_runtime::Serializable;
use tl_test_support::load::{IN_FLIGHT, Queue, compare, in_flight};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};

use crate::support::TestServer;

#[test]
fn nothing_is_lost_and_memory_is_flat() {
    let prepared = async |queries| Prepared::write(queries).run().await;
    compare(exchange, prepared, "with the bytes prepared beforehand");
}

async fn exchange(queries: u32) -> Duration {
    let server = TestServer::start().await;
    let client = server.client().await;
    let id = client.query(&GetMasterchainInfo {}).await.unwrap().last;
    in_flight(queries, move |number| {
        let (client, id) = (client.clone(), id.clone());
        async move {
            // The server repeats `mode`: each answer is that of its query.
            let header = client.query(&GetBlockHeader { id, mode: number }).await.unwrap();
            assert_eq!((header.mode, header.header_proof.len()), (number, 518));
        }
    })
    .await
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

    async fn run(self) -> Duration {
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
        let waiting = Queue::default();
        let waiters = waiting.clone();
        tokio::spawn(async move {
            while let Some(packet) = receiver.receive().await.unwrap() {
                waiters.answer(packet);
            }
        });
        let queries = Arc::new(self.queries);
        in_flight(queries.len() as u32, move |number| {
            let (outgoing, waiting, query) =
                (outgoing.clone(), waiting.clone(), queries[number as usize].clone());
            async move {
                let answer = waiting.join();
                outgoing.send(query).await.unwrap();
                answer.await.unwrap();
            }
        })
        .await
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
