//! Starts a server, a proxy and a client, and shows what the proxy sees.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::SigningKey;
use tl_liteserver::ton::functions::lite_server::{
    GetAllShardsInfo, GetMasterchainInfo, LookupBlock, SendMessage,
};
use tl_liteserver::{Chain, Limits, LiteClient};
use tl_proxy::{Proxy, Rule, Show};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server_key = SigningKey::from_bytes(&rand::random());
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let server = (listener.local_addr()?, server_key.verifying_key());
    tokio::spawn(tl_liteserver::serve(listener, server_key, Arc::new(Chain::mainnet()), Limits::default()));
    println!("server: listens at {}", server.0);

    let key = SigningKey::from_bytes(&rand::random());
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let client_of = key.verifying_key();
    // `cargo run -p tl-proxy -- dump`
    let show = if std::env::args().nth(1).is_some_and(|argument| argument == "dump") {
        Show::Dump
    } else {
        Show::Text
    };
    let rule = Rule { word: "secret".into() };
    let proxy = Proxy { key, server, rule, patience: Duration::from_secs(30), show };
    tokio::spawn(tl_proxy::serve(listener, Arc::new(proxy)));
    println!("proxy: listens at {address}, and lets no `secret` through");

    let client = LiteClient::connect(address, &client_of).await?;
    println!("client: connected to the proxy");
    client.ping().await?;
    let last = client.query(&GetMasterchainInfo {}).await?.last;
    println!("client: the last block is {}", last.seqno);
    let lookup = LookupBlock::new(1, last.short());
    let header = client.query_at(last.seqno, Duration::from_secs(1), &lookup).await?;
    println!("client: it has a header whose proof has {} bytes", header.header_proof.len());

    println!("client: asks what the proxy's schema has no line for");
    let shards = client.query(&GetAllShardsInfo { id: last }).await?;
    println!("client: its shards are {} bytes", shards.data.len());

    for body in ["a word", "a secret word"] {
        match client.query(&SendMessage { body: body.into() }).await {
            Ok(sent) => println!("client: sent `{body}`, with status {}", sent.status),
            Err(error) => println!("client: could not send `{body}`: {error}"),
        }
    }
    Ok(())
}
