//! Starts an MTProto server, a client, and the proxy between them, and shows what can be seen without a key.

use std::error::Error;
use std::time::Duration;

use tl_mtproto::client::Client;
use tl_mtproto::example::{self, Example};
use tl_mtproto::schema::mtproto::functions::Ping;
use tl_mtproto::server::Server;
use tl_proxy::{Show, mtproto};
use tokio::net::{TcpListener, TcpStream};

const PATIENCE: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let server = listener.local_addr()?;
    tokio::spawn(Server::new(example::key(), Example, PATIENCE).run(listener));
    println!("server: listens at {server}");

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    println!("proxy: listens at {address}");
    tokio::spawn(async move {
        let (client, _) = listener.accept().await?;
        mtproto::relay(client, TcpStream::connect(server).await?, PATIENCE, Show::Text).await
    });

    let (client, connection) = Client::connect(address, &example::key().public, PATIENCE).await?;
    println!("client: has agreed on a key with the server");
    tokio::spawn(connection.run());
    let pong = client.invoke(&Ping { ping_id: 7 }).await?;
    println!("client: the server answered ping {}", pong.ping_id);
    Ok(())
}
