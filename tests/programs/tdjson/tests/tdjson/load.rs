//! 10,000 calls, 64 at a time: none is lost, memory stays flat. `-- load --nocapture` prints what TL costs: the calls per
//! second beside those of an exchange of the same lines, written beforehand and read by nobody.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use tl_runtime::Serializable;
use tl_runtime::reflect::Envelope;
use tl_tdjson::api::enums::{AuthorizationState, MessageContent, Update};
use tl_tdjson::api::functions::{CheckAuthenticationCode, GetAuthorizationState};
use tl_tdjson::api::{Object, SCHEMA};
use tl_tdjson::{Account, CODE, Limits};
use tl_test_support::load::{Queue, compare, in_flight};
use tokio::io::{duplex, split};
use tokio::sync::mpsc;
use tokio_util::codec::{FramedRead, FramedWrite, LinesCodec};

use crate::support::{connect, log_in, message, parameters, phone_number, server};

#[test]
fn nothing_is_lost_and_memory_is_flat() {
    let prepared = async |calls| exchange_prepared(prepared(calls)).await;
    compare(exchange, prepared, "with the JSON prepared beforehand");
}

/// Every fourth call sends a message, and has updates after its answer; the others ask for the state.
fn is_message(number: u32) -> bool {
    number.is_multiple_of(4)
}

async fn exchange(calls: u32) -> Duration {
    let (client, mut updates) = connect(server(Limits::default()).0, Duration::from_secs(60));
    log_in(&client).await;
    let messages = tokio::spawn(async move {
        for _ in (0..calls).filter(|&number| is_message(number)) {
            while !matches!(updates.recv().await.unwrap(), (_, Update::NewMessage(_))) {}
        }
    });
    let start = Instant::now();
    in_flight(calls, move |number| {
        let client = client.clone();
        async move {
            if !is_message(number) {
                let state = client.call(&GetAuthorizationState {}).await.unwrap();
                return assert_eq!(state, AuthorizationState::Ready);
            }
            let text = number.to_string();
            // Each answer is that of its call.
            let sent = client.call(&message(&text)).await.unwrap();
            let MessageContent::MessageText(content) = sent.content else { panic!("{sent:?}") };
            assert_eq!(content.text.text, text);
        }
    })
    .await;
    messages.await.unwrap();
    start.elapsed()
}

/// The lines of an exchange: for each request, the answer and the updates.
fn prepared(calls: u32) -> Vec<(String, Vec<String>)> {
    let mut account = Account::default();
    account.answer(parameters().into()).unwrap();
    account.answer(phone_number().into()).unwrap();
    account.answer(CheckAuthenticationCode { code: CODE.into() }.into()).unwrap();
    account.updates();
    let lines = (0..calls).map(|number| {
        let extra = number.to_string();
        let envelope = Envelope { extra: Some(&extra), client_id: Some(1) };
        let call = match is_message(number) {
            true => Object::from(message(&extra)),
            false => Object::GetAuthorizationState,
        };
        let request = SCHEMA.to_json_with(&call.to_bytes().unwrap(), envelope).unwrap();
        let mut lines = vec![SCHEMA.to_json_with(&account.answer(call).unwrap(), envelope).unwrap()];
        lines.extend(account.updates().iter().map(|update| {
            let envelope = Envelope { extra: None, ..envelope };
            SCHEMA.to_json_with(&update.to_bytes().unwrap(), envelope).unwrap()
        }));
        (request, lines)
    });
    lines.collect()
}

/// The same exchange in the same tasks, but answers come in the order of the calls, and nobody looks at them.
async fn exchange_prepared(lines: Vec<(String, Vec<String>)>) -> Duration {
    let (requests, answers): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
    let counts: Vec<usize> = answers.iter().map(Vec::len).collect();
    let requests = Arc::new(requests);
    let (ours, theirs) = duplex(1 << 16);
    let (read, write) = split(theirs);
    tokio::spawn(async move {
        let mut requests = FramedRead::new(read, LinesCodec::new_with_max_length(1 << 20));
        let mut lines = FramedWrite::new(write, LinesCodec::new());
        for answers in answers {
            requests.next().await.unwrap().unwrap();
            for answer in answers {
                lines.send(answer).await.unwrap();
            }
        }
    });
    let (read, write) = split(ours);
    let (outgoing, mut lines) = mpsc::channel::<String>(64);
    tokio::spawn(async move {
        let mut write = FramedWrite::new(write, LinesCodec::new());
        while let Some(line) = lines.recv().await {
            write.send(line).await.unwrap();
        }
    });
    let waiting = Queue::default();
    let waiters = waiting.clone();
    let reading = tokio::spawn(async move {
        let mut lines = FramedRead::new(read, LinesCodec::new_with_max_length(1 << 20));
        for count in counts {
            waiters.answer(lines.next().await.unwrap().unwrap());
            // The updates.
            for _ in 1..count {
                lines.next().await.unwrap().unwrap();
            }
        }
    });
    let start = Instant::now();
    in_flight(requests.len() as u32, move |number| {
        let (outgoing, waiting, request) =
            (outgoing.clone(), waiting.clone(), requests[number as usize].clone());
        async move {
            let answer = waiting.join();
            outgoing.send(request).await.unwrap();
            answer.await.unwrap();
        }
    })
    .await;
    reading.await.unwrap();
    start.elapsed()
}
