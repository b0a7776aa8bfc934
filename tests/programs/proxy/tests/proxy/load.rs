//! 10,000 calls through the proxy, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints the calls
//! per second beside those without a proxy.

use std::net::SocketAddr;
use std::time::Duration;

use tl_liteserver::ton::functions::lite_server::{GetBlockHeader, GetMasterchainInfo};
use tl_mtproto::example::Example;
use tl_mtproto::schema::api::{enums::InputPeer::InputPeerSelf, functions::messages::SendMessage};
use tl_test_support::load::{compare, in_flight};

use crate::lite::{Place, liteserver, proxy};
use crate::mtproto;

#[test]
fn no_query_is_lost_and_memory_is_flat() {
    let through = async |queries| ask(proxy(liteserver().await).await, queries).await;
    let direct = async |queries| ask(liteserver().await, queries).await;
    compare(through, direct, "without a proxy");
}

async fn ask(server: Place, queries: u32) -> Duration {
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

#[test]
fn no_call_is_lost_and_memory_is_flat() {
    let through = async |calls| send(mtproto::proxy(mtproto::serve(Example).await.1).await, calls).await;
    let direct = async |calls| send(mtproto::serve(Example).await.1, calls).await;
    compare(through, direct, "without a proxy");
}

async fn send(server: SocketAddr, calls: u32) -> Duration {
    let (client, _) = mtproto::connect(server).await;
    in_flight(calls, move |number| {
        let client = client.clone();
        async move {
            let text = "It is a truth universally acknowledged, that a single man must be in want of a wife";
            let sent = client.invoke(&SendMessage::new(InputPeerSelf, text, number.into())).await.unwrap();
            assert_eq!(sent.constructor_name(), "updateShortSentMessage");
        }
    })
    .await
}
