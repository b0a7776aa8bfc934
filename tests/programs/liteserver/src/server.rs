//! A server: a task for each connection, which ends without touching the others.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use ed25519_dalek::SigningKey;
use tl_runtime::{Deserializable, Serializable};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::adnl::{self, Receiver, Sender};
use crate::chain::Chain;
use crate::ton::Object;
use crate::ton::types::adnl::message::Answer;
use crate::ton::types::tcp::Pong;

/// What a connection may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long the handshake may take, and a peer may neither say nor take anything.
    pub patience: Duration,
    /// How many queries of a connection are answered at once. Further ones are left unread until then.
    pub in_flight: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { patience: Duration::from_secs(30), in_flight: 64 }
    }
}

/// Serves all who connect, for ever.
pub async fn serve(listener: TcpListener, key: SigningKey, chain: Arc<Chain>, limits: Limits) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            Ok((stream, peer)) = listener.accept() => {
                let (key, chain) = (key.clone(), chain.clone());
                connections.spawn(async move {
                    match connection(stream, &key, chain, limits).await {
                        Ok(()) => println!("server: {peer} has left"),
                        Err(error) => println!("server: {peer} is sent away: {error}"),
                    }
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(
    stream: TcpStream,
    key: &SigningKey,
    chain: Arc<Chain>,
    limits: Limits,
) -> io::Result<()> {
    let (sender, receiver) = timeout(limits.patience, adnl::accept(stream, key)).await??;
    let (outgoing, packets) = mpsc::channel(limits.in_flight);
    // Where one of them fails, the other one is dropped, and with it all queries that it started.
    tokio::try_join!(write(sender, packets, limits), read(receiver, outgoing, chain, limits)).map(drop)
}

async fn write(mut sender: Sender, mut packets: mpsc::Receiver<Vec<u8>>, limits: Limits) -> io::Result<()> {
    while let Some(packet) = packets.recv().await {
        timeout(limits.patience, sender.send(&packet)).await??;
    }
    Ok(())
}

async fn read(
    mut receiver: Receiver,
    outgoing: mpsc::Sender<Vec<u8>>,
    chain: Arc<Chain>,
    limits: Limits,
) -> io::Result<()> {
    let slots = Arc::new(Semaphore::new(limits.in_flight));
    let mut queries = JoinSet::new();
    while let Some(packet) = timeout(limits.patience, receiver.receive()).await?? {
        // An empty packet keeps the connection alive.
        if packet.is_empty() {
            continue;
        }
        match Object::from_shared(&packet).map_err(invalid)? {
            Object::AdnlMessageQuery(query) => {
                let slot = slots.clone().acquire_owned().await.map_err(io::Error::other)?;
                let (chain, outgoing) = (chain.clone(), outgoing.clone());
                queries.spawn(async move {
                    let answer = chain.answer(&query.query).await;
                    send(&outgoing, &Answer { query_id: query.query_id, answer: answer.into() }).await?;
                    drop(slot);
                    io::Result::Ok(())
                });
            }
            Object::TcpPing(ping) => send(&outgoing, &Pong { random_id: ping.random_id }).await?,
            other => return Err(invalid(format_args!("{} asks for nothing", other.constructor_name()))),
        }
        while queries.try_join_next().is_some() {}
    }
    while queries.join_next().await.is_some() {}
    Ok(())
}

async fn send(outgoing: &mpsc::Sender<Vec<u8>>, message: &impl Serializable) -> io::Result<()> {
    let packet = message.to_bytes().map_err(invalid)?;
    outgoing.send(packet).await.map_err(io::Error::other)
}

fn invalid(error: impl ToString) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
