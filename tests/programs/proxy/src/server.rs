//! The proxy itself: two encrypted connections for each client, and what they may take.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::{SigningKey, VerifyingKey};
use tl_liteserver::adnl::{self, Receiver, Sender};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::layers::{Dump, Layers};
use crate::rule::{Rule, Verdict};

/// Where a proxy passes messages on to, and how.
#[derive(Debug)]
pub struct Proxy {
    /// The proxy's own key, which its clients have to know.
    pub key: SigningKey,
    /// Address and key of the server.
    pub server: (SocketAddr, VerifyingKey),
    /// What it does not let through.
    pub rule: Rule,
    /// How long a peer may be silent, or not take what it is sent.
    pub patience: Duration,
    /// How it prints messages.
    pub show: Show,
}

/// How messages are printed.
#[derive(Debug, Clone, Copy)]
pub enum Show {
    /// Not at all.
    Nothing,
    /// On one line.
    Text,
    /// Word by word.
    Dump,
}

impl Show {
    fn print(self, direction: &str, message: &Layers) {
        match self {
            Self::Nothing => {}
            Self::Text => println!("proxy: {direction} {message}"),
            Self::Dump => println!("proxy: {direction}\n{}", Dump(message)),
        }
    }
}

/// Serves all who connect, for ever.
pub async fn serve(listener: TcpListener, proxy: Arc<Proxy>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            Ok((stream, peer)) = listener.accept() => {
                let proxy = proxy.clone();
                connections.spawn(async move {
                    match connection(stream, &proxy).await {
                        Ok(()) => println!("proxy: {peer} has left"),
                        Err(error) => println!("proxy: {peer} is disconnected: {error}"),
                    }
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, proxy: &Proxy) -> io::Result<()> {
    let (to_client, mut from_client) = timeout(proxy.patience, adnl::accept(stream, &proxy.key)).await??;
    let (address, key) = &proxy.server;
    let server = async { adnl::connect(TcpStream::connect(address).await?, key).await };
    let (to_server, mut from_server) = timeout(proxy.patience, server).await??;

    let (client, for_client) = mpsc::channel(IN_FLIGHT);
    let (server, for_server) = mpsc::channel(IN_FLIGHT);
    let relay = async move {
        // Where one side leaves, both are left; what was received before is still delivered.
        tokio::select! {
            end = pass(proxy, "->", &mut from_client, &server, &client) => end,
            end = pass(proxy, "<-", &mut from_server, &client, &server) => end,
        }
    };
    tokio::try_join!(relay, write(proxy, to_client, for_client), write(proxy, to_server, for_server))
        .map(drop)
}

/// How many packets may wait to be sent. Further ones are left unread until then.
const IN_FLIGHT: usize = 16;

/// Passes on what one side sends.
async fn pass(
    proxy: &Proxy,
    direction: &str,
    from: &mut Receiver,
    to: &mpsc::Sender<Vec<u8>>,
    back: &mpsc::Sender<Vec<u8>>,
) -> io::Result<()> {
    while let Some(packet) = timeout(proxy.patience, from.receive()).await?? {
        let mut message = Layers::unpack(&packet).map_err(invalid)?;
        proxy.show.print(direction, &message);
        let (message, to) = match proxy.rule.judge(&mut message) {
            Verdict::Pass => (message, to),
            Verdict::Refuse(answer) => (answer, back),
        };
        to.send(message.pack().map_err(invalid)?).await.map_err(io::Error::other)?;
    }
    Ok(())
}

async fn write(proxy: &Proxy, mut sender: Sender, mut packets: mpsc::Receiver<Vec<u8>>) -> io::Result<()> {
    while let Some(packet) = packets.recv().await {
        timeout(proxy.patience, sender.send(&packet)).await??;
    }
    Ok(())
}

fn invalid(error: impl ToString) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
