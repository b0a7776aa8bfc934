//! 10,000 queries through the proxy, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints the
//! calls per second beside those without a proxy.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tl_liteserver::LiteClient;
use tl_liteserver::ton::functions::lite_server::{GetBlockHeader, GetMasterchainInfo};
use tl_test_support::alloc::peak_of;
use tokio::runtime;
use tokio::task::JoinSet;

use crate::support::{liteserver, proxy};

const QUERIES: u32 = 10_000;
const IN_FLIGHT: usize = 64;

#[test]
fn nothing_is_lost_and_memory_is_flat() {
    let (_, few) = measure(QUERIES / 10, true);
    let (proxied, many) = measure(QUERIES, true);
    assert!(many < few + few / 4, "{many} bytes, and {few} for a tenth of the queries");
    let (direct, _) = measure(QUERIES / 10, false);
    println!(
        "{:.0} calls a second through the proxy, {:.0} without; at most {} KiB for all three",
        f64::from(QUERIES) / proxied.as_secs_f64(),
        f64::from(QUERIES / 10) / direct.as_secs_f64(),
        many / 1024
    );
}

/// Client, proxy and server on the present thread, whose allocations are counted.
fn measure(queries: u32, proxied: bool) -> (Duration, usize) {
    peak_of(|| {
        runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let server = liteserver().await;
            let place = if proxied { proxy(server).await } else { server };
            let client = place.client().await;
            let start = Instant::now();
            ask(client, queries).await;
            start.elapsed()
        })
    })
}

async fn ask(client: LiteClient, queries: u32) {
    let id = client.query(&GetMasterchainInfo {}).await.unwrap().last;
    let next = Arc::new(AtomicU32::new(0));
    let mut tasks = JoinSet::new();
    for _ in 0..IN_FLIGHT {
        let (client, id, next) = (client.clone(), id.clone(), next.clone());
        tasks.spawn(async move {
            loop {
                // The server repeats `mode`: each answer is that of its query.
                let mode = next.fetch_add(1, Ordering::Relaxed);
                if mode >= queries {
                    return;
                }
                let header = client.query(&GetBlockHeader { id: id.clone(), mode }).await.unwrap();
                assert_eq!((header.mode, header.header_proof.len()), (mode, 518));
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
}
