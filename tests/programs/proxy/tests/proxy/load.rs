//! 10,000 queries through the proxy, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints the
//! calls per second beside those without a proxy.

use std::time::Duration;

use tl_liteserver::ton::functions::lite_server::{GetBlockHeader, GetMasterchainInfo};
use tl_test_support::load::{compare, in_flight};

use crate::support::{Place, liteserver, proxy};

#[test]
fn nothing_is_lost_and_memory_is_flat() {
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
