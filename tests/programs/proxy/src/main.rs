//! Starts a server, a proxy and a client, and shows what the proxy sees.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::SigningKey;
use tl_liteserver::ton::functions::lite_server::{
    GetAllShardsInfo, GetMasterchainInfo, LookupBlock, SendMessage,
};
use tl_liteserver::{Chain, Limits, LiteClient};
use tl_mtproto::client::Client;
use tl_mtproto::example::{self, Example};
use tl_mtproto::schema::{api, mtproto};
use tl_mtproto::server::Server;
use tl_proxy::{Error, Form, Lite, MtProto, Protocol, Proxy, Rule, Show};
use tl_runtime::RawObject;
use tokio::net::TcpListener;

const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::main]
async fn main() -> Result<(), Error> {
    // `cargo run -p tl-proxy -- mtproto dump`
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_given = |word| arguments.iter().any(|argument| argument == word);
    let form = if is_given("dump") {
        Form::Dump
    } else if is_given("json") {
        Form::Json
    } else {
        Form::Text
    };
    if is_given("mtproto") { telegram(form).await } else { lite_queries(form).await }
}

async fn listen(who: &str) -> Result<(TcpListener, SocketAddr), Error> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    println!("{who}: listens at {address}");
    Ok((listener, address))
}

/// Starts a proxy that lets no `secret` through.
async fn stand_between(protocol: impl Protocol, form: Form) -> Result<SocketAddr, Error> {
    let (listener, address) = listen("proxy").await?;
    let (rule, show) = (Rule { word: "secret".into() }, Show::on_stdout(form));
    tokio::spawn(tl_proxy::serve(listener, Arc::new(Proxy { protocol, rule, show, patience: PATIENCE })));
    Ok(address)
}

async fn lite_queries(form: Form) -> Result<(), Error> {
    let server_key = SigningKey::from_bytes(&rand::random());
    let (listener, address) = listen("server").await?;
    let server = (address, server_key.verifying_key());
    tokio::spawn(tl_liteserver::serve(listener, server_key, Arc::new(Chain::mainnet()), Limits::default()));
    let key = SigningKey::from_bytes(&rand::random());
    let public = key.verifying_key();
    let proxy = stand_between(Lite { key, server }, form).await?;

    let client = LiteClient::connect(proxy, &public).await?;
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

async fn telegram(form: Form) -> Result<(), Error> {
    let (listener, address) = listen("server").await?;
    let server = Server::new(example::key(), Example, PATIENCE);
    tokio::spawn(server.clone().run(listener));
    // Anybody has the example's key. A proxy of yours has one of its own.
    let (key, public) = (example::key(), example::key().public);
    let proxy = stand_between(MtProto::new(key, (address, public.clone())), form).await?;

    let (client, connection) = Client::connect(proxy, &public, PATIENCE).await?;
    println!("client: has agreed on a key with the proxy");
    let mut updates = connection.updates();
    tokio::spawn(connection.run());
    let config = client.introduce("tl example").await?;
    println!(
        "client: asked for the settings, which the proxy's schema has no line for: dc {}",
        config.this_dc
    );
    let pong = client.invoke(&mtproto::functions::Ping { ping_id: 7 }).await?;
    println!("client: the server answered ping {}", pong.ping_id);

    for message in ["a word", "a secret word"] {
        let call =
            api::functions::messages::SendMessage::new(api::enums::InputPeer::InputPeerSelf, message, 1);
        match client.invoke(&call).await {
            Ok(_) => println!("client: sent `{message}`"),
            Err(error) => println!("client: could not send `{message}`: {error}"),
        }
    }

    server.announce(RawObject::from_value(&example::message(42, "How are you?"))?);
    if let api::enums::Updates::UpdateShortMessage(message) = updates.next().await? {
        println!("client: got a message from {}: {}", message.user_id, message.message);
    }
    Ok(())
}
