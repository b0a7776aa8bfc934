//! Starts a server and a client, and tells what they say to each other.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::SigningKey;
use tl_liteserver::ton::functions::lite_server::{
    GetAllShardsInfo, GetBlockHeader, GetMasterchainInfo, GetTime, LookupBlock, SendMessage,
};
use tl_liteserver::ton::types::ton_node::BlockIdExt;
use tl_liteserver::{Chain, Limits, LiteClient, serve};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let key = SigningKey::from_bytes(&rand::random());
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let chain = Arc::new(Chain::mainnet());
    println!("server: listens at {address}");
    tokio::spawn(serve(listener, key.clone(), chain.clone(), Limits::default()));

    let client = LiteClient::connect(address, &key.verifying_key()).await?;
    println!("client: connected, and all that is said from here on is encrypted");
    client.ping().await?;
    println!("client: the server answered a ping");

    let time = client.query(&GetTime {}).await?;
    println!("client: the server's clock shows {}", time.now);

    let last = client.query(&GetMasterchainInfo {}).await?.last;
    println!("client: the last block is {}", describe(&last));

    let shards = client.query(&GetAllShardsInfo { id: last.clone() }).await?;
    println!("client: its shards are {} bytes, and their proof {}", shards.data.len(), shards.proof.len());

    // Bit 0 of `mode`, by number, has no field: it is in `mode` itself.
    let by_number = LookupBlock::new(1, last.short());
    let header = client.query(&by_number).await?;
    println!(
        "client: found by its number, it has a header whose proof has {} bytes",
        header.header_proof.len()
    );

    let by_time = LookupBlock::new(0, last.short()).utime(1_700_600_000);
    let header = client.query(&by_time).await?;
    println!("client: the block before 2023-11-21 20:53 is {}", describe(&header.id));

    let mut unknown = by_number;
    unknown.id.seqno = 1;
    match client.query(&unknown).await {
        Ok(header) => println!("client: block 1 is {}", describe(&header.id)),
        Err(error) => println!("client: asked for block 1, {error}"),
    }

    println!("client: waits for block 41579322");
    let waiting = tokio::spawn({
        let client = client.clone();
        async move { client.query_at(41_579_322, Duration::from_secs(5), &GetMasterchainInfo {}).await }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    println!("server: the chain grows");
    chain.grow();
    let last = waiting.await??.last;
    println!("client: the last block is {}", describe(&last));
    match client.query(&GetBlockHeader { id: last, mode: 0 }).await {
        Ok(header) => println!("client: its header has a proof of {} bytes", header.header_proof.len()),
        Err(error) => println!("client: asked for its header, {error}"),
    }

    let sent = client.query(&SendMessage { body: b"a message".as_slice().into() }).await?;
    println!("client: sent a message, with status {}", sent.status);
    Ok(())
}

fn describe(id: &BlockIdExt) -> String {
    let hash: String = id.root_hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("({},{:016x},{}), root {hash}", id.workchain, id.shard, id.seqno)
}
