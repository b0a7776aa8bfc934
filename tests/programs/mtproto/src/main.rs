//! Starts a server and a client, and prints what happens between them.

use std::time::Duration;

use tl_mtproto::client::Client;
use tl_mtproto::error::Error;
use tl_mtproto::example::{self, Example};
use tl_mtproto::schema::{api, mtproto};
use tl_mtproto::server::Server;
use tl_runtime::RawObject;
use tokio::net::TcpListener;

const PATIENCE: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Result<(), Error> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = Server::new(example::key(), Example, PATIENCE);
    tokio::spawn(server.clone().run(listener));
    println!("server   listens on {address}");

    let (client, connection) = Client::connect(address, &example::key().public, PATIENCE).await?;
    let mut updates = connection.updates();
    let carried = tokio::spawn(connection.run());
    println!("client   is connected and has agreed on a key with the server");

    let config = client.introduce("tl example").await?;
    let [dc, ..] = &config.dc_options[..] else { return Err(Error::Closed) };
    println!("client   asked for the settings: data centre {} is at {}:{}", dc.id, dc.ip_address, dc.port);

    let pong = client.invoke(&mtproto::functions::Ping { ping_id: 7 }).await?;
    println!("client   sent ping {}", pong.ping_id);

    server.change_salts();
    println!("server   has a new salt, and refuses messages with the old one");
    let nearest = client.invoke(&api::functions::help::GetNearestDc).await?;
    println!("client   sent its call again: the nearest data centre is {}", nearest.nearest_dc);

    let mut message = api::functions::messages::SendMessage::new(api::enums::InputPeer::InputPeerSelf, "", 1);
    match client.invoke(&message).await {
        Err(Error::Rpc(error)) => println!("client   sent an empty message: {}", error.error_message),
        other => println!("client   sent an empty message: {other:?}"),
    }
    message.message = "Hello!".to_owned();
    let sent = client.invoke(&message).await?;
    println!("client   sent a message: {}", sent.constructor_name());

    server.announce(RawObject::from_value(&example::message(42, "How are you?"))?);
    if let api::enums::Updates::UpdateShortMessage(message) = updates.next().await? {
        println!("client   got a message from {}: {}", message.user_id, message.message);
    }

    drop(client);
    carried.await.map_err(|_| Error::Closed)??;
    println!("client   has hung up");
    Ok(())
}
