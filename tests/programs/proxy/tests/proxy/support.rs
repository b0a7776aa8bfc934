//! A proxy between a test and a server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tl_proxy::{Form, Protocol, Proxy, Rule, Show};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// Long for this machine, short for a person.
pub(crate) const SOON: Duration = Duration::from_secs(5);
/// Nothing in a test takes as long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// Prints messages into a channel.
pub(crate) fn show(form: Form) -> (Show, UnboundedReceiver<String>) {
    let (sender, lines) = unbounded_channel();
    // Most tests do not look at them.
    let print = Box::new(move |line| drop(sender.send(line)));
    (Show { form, print }, lines)
}

/// Starts a proxy that lets no `secret` through.
pub(crate) async fn stand_between(protocol: impl Protocol, patience: Duration, show: Show) -> SocketAddr {
    let (listener, address) = listen().await;
    let rule = Rule { word: "secret".into() };
    tokio::spawn(tl_proxy::serve(listener, Arc::new(Proxy { protocol, rule, show, patience })));
    address
}
