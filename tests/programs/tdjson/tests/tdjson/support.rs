//! A server to talk to.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tl_tdjson::api::enums::Update;
use tl_tdjson::api::functions::{
    CheckAuthenticationCode, SendMessage, SetAuthenticationPhoneNumber, SetTdlibParameters,
};
use tl_tdjson::api::types;
use tl_tdjson::{CODE, Client, FRIEND, Limits, ServeError, serve};
use tokio::io::{DuplexStream, duplex, split};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::codec::{Framed, LinesCodec};

/// Long for this machine, short for a person.
pub(crate) const SOON: Duration = Duration::from_secs(10);

/// How a server ended.
pub(crate) type Served = JoinHandle<Result<(), ServeError>>;

/// Starts a server for the other end of a pipe.
pub(crate) fn server(limits: Limits) -> (DuplexStream, Served) {
    let (ours, theirs) = duplex(1 << 16);
    let (read, write) = split(theirs);
    (ours, tokio::spawn(serve(read, write, limits)))
}

pub(crate) type Updates = mpsc::Receiver<(i32, Update)>;

pub(crate) fn client() -> (Client, Updates) {
    connect(server(Limits::default()).0, SOON)
}

pub(crate) fn connect(stream: DuplexStream, patience: Duration) -> (Client, Updates) {
    let (read, write) = split(stream);
    Client::connect(read, write, patience)
}

pub(crate) fn parameters() -> SetTdlibParameters {
    SetTdlibParameters { api_id: 1, ..SetTdlibParameters::default() }
}

pub(crate) fn phone_number() -> SetAuthenticationPhoneNumber {
    SetAuthenticationPhoneNumber { phone_number: "+999".into(), settings: None }
}

pub(crate) async fn log_in(client: &Client) {
    client.call(&parameters()).await.unwrap();
    client.call(&phone_number()).await.unwrap();
    client.call(&CheckAuthenticationCode { code: CODE.into() }).await.unwrap();
}

pub(crate) fn message(text: &str) -> SendMessage {
    let text = types::FormattedText { text: text.into(), entities: vec![] };
    SendMessage { chat_id: FRIEND, ..SendMessage::new(types::InputMessageText::new(text)) }
}

/// Lines that are up to the test.
pub(crate) struct Lines(Framed<DuplexStream, LinesCodec>);

impl Lines {
    pub(crate) fn new(stream: DuplexStream) -> Self {
        Self(Framed::new(stream, LinesCodec::new()))
    }

    pub(crate) async fn send(&mut self, line: &str) {
        self.0.send(line).await.unwrap();
    }

    pub(crate) async fn next(&mut self) -> Option<String> {
        timeout(SOON, self.0.next()).await.expect("a line, or the end").transpose().unwrap()
    }

    pub(crate) async fn ask(&mut self, line: &str) -> String {
        self.send(line).await;
        self.next().await.expect("an answer")
    }

    pub(crate) fn into_stream(self) -> DuplexStream {
        self.0.into_inner()
    }
}
