//! The proxy itself: two connections for each client, and what they may take.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::rule::Rule;
use crate::show::Show;

/// What can end a connection.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// What a proxy speaks with whom, and how.
pub struct Proxy<P> {
    /// The proxy's key, and the server behind it: [`Lite`](crate::Lite) or [`MtProto`](crate::MtProto).
    pub protocol: P,
    /// What it does not let through.
    pub rule: Rule,
    /// How it prints messages.
    pub show: Show,
    /// How long a peer may be silent, or not take what it is sent.
    pub patience: Duration,
}

/// What clients and servers speak.
pub trait Protocol: Sized + Send + Sync + 'static {
    /// Stands between a client and the server until one of them leaves, is silent for too long, or says what it should
    /// not.
    fn connection(proxy: &Proxy<Self>, client: TcpStream) -> impl Future<Output = Result<(), Error>> + Send;
}

/// Serves all who connect, for ever.
pub async fn serve<P: Protocol>(listener: TcpListener, proxy: Arc<Proxy<P>>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            Ok((stream, peer)) = listener.accept() => {
                let proxy = proxy.clone();
                connections.spawn(async move {
                    match P::connection(&proxy, stream).await {
                        Ok(()) => println!("proxy: {peer} has left"),
                        Err(error) => println!("proxy: {peer} is disconnected: {error}"),
                    }
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

/// The half of a connection from which packets come.
pub(crate) trait Receive: Send {
    /// The next packet; `None` if the peer has left.
    fn receive(&mut self) -> impl Future<Output = Result<Option<Bytes>, Error>> + Send;
}

/// The half of a connection to which packets go.
pub(crate) trait Deliver: Send {
    /// Sends a packet.
    fn deliver(&mut self, packet: Bytes) -> impl Future<Output = Result<(), Error>> + Send;
}

/// What becomes of a packet.
pub(crate) struct Passed {
    /// What goes on to the other side.
    pub(crate) on: Option<Bytes>,
    /// What goes back to the sender.
    pub(crate) back: Vec<Bytes>,
}

/// How many packets may wait to be sent. Further ones are left unread until then.
const IN_FLIGHT: usize = 16;

/// Passes on what a client and a server say to each other: `up` and `down` say what becomes of a packet of either.
pub(crate) async fn relay(
    patience: Duration,
    (mut from_client, to_client): (impl Receive, impl Deliver),
    (mut from_server, to_server): (impl Receive, impl Deliver),
    up: impl FnMut(Bytes) -> Result<Passed, Error> + Send,
    down: impl FnMut(Bytes) -> Result<Passed, Error> + Send,
) -> Result<(), Error> {
    let (client, for_client) = mpsc::channel(IN_FLIGHT);
    let (server, for_server) = mpsc::channel(IN_FLIGHT);
    let relay = async move {
        // Where one side leaves, both are left; what was received before is still delivered.
        tokio::select! {
            end = read(patience, &mut from_client, up, &server, &client) => end,
            end = read(patience, &mut from_server, down, &client, &server) => end,
        }
    };
    let write = (write(patience, to_client, for_client), write(patience, to_server, for_server));
    tokio::try_join!(relay, write.0, write.1).map(drop)
}

async fn read(
    patience: Duration,
    from: &mut impl Receive,
    mut pass: impl FnMut(Bytes) -> Result<Passed, Error>,
    on: &mpsc::Sender<Bytes>,
    back: &mpsc::Sender<Bytes>,
) -> Result<(), Error> {
    while let Some(packet) = timeout(patience, from.receive()).await?? {
        let passed = pass(packet)?;
        if let Some(packet) = passed.on {
            on.send(packet).await?;
        }
        for packet in passed.back {
            back.send(packet).await?;
        }
    }
    Ok(())
}

async fn write(
    patience: Duration,
    mut to: impl Deliver,
    mut packets: mpsc::Receiver<Bytes>,
) -> Result<(), Error> {
    while let Some(packet) = packets.recv().await {
        timeout(patience, to.deliver(packet)).await??;
    }
    Ok(())
}
