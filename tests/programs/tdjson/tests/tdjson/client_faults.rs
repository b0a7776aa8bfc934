//! Each fault of a server once. The call fails, and says why; the next one is as good as before.

use std::time::Duration;

use tl_tdjson::api::enums::Update;
use tl_tdjson::api::functions::GetMe;
use tl_tdjson::{CallError, Client};
use tokio::io::duplex;
use tokio::time::timeout;

use crate::calls::refused;
use crate::support::{Lines, SOON, Updates, connect};

/// A server that answers the first call with these lines, and the second one as it should. Then it leaves.
fn faulty(answers: &'static [&'static str]) -> (Client, Updates) {
    let (ours, theirs) = duplex(1 << 16);
    tokio::spawn(async move {
        let mut lines = Lines::new(theirs);
        lines.next().await.unwrap();
        for answer in answers {
            lines.send(answer).await;
        }
        lines.next().await.unwrap();
        lines.send(r#"{"@type":"error","code":2,"message":"second","@extra":2}"#).await;
    });
    connect(ours, Duration::from_millis(500))
}

async fn failed(answers: &'static [&'static str]) -> CallError {
    let (client, _updates) = faulty(answers);
    let error = client.call(&GetMe {}).await.unwrap_err();
    assert_eq!(refused(client.call(&GetMe {}).await).message, "second");
    let third = timeout(SOON, client.call(&GetMe {})).await.unwrap();
    assert!(matches!(third, Err(CallError::Closed)), "{third:?}");
    error
}

#[tokio::test]
async fn the_answer_of_another_function() {
    let error = failed(&[r#"{"@type":"ok","@extra":1}"#]).await;
    assert_eq!(
        error.to_string(),
        "the answer is of another type: unknown id 0xd4edbe69 at byte 0, expected user"
    );
}

#[tokio::test]
async fn an_answer_that_cannot_be_read() {
    let error = failed(&[r#"{"@type":"user","id":"x","@extra":1}"#]).await;
    assert_eq!(
        error.to_string(),
        "the answer cannot be read: expected int53, found a string at byte 21, in $.id"
    );
    let error = failed(&[r#"{"@type":"superUser","@extra":1}"#]).await;
    assert_eq!(
        error.to_string(),
        "the answer cannot be read: Object has no constructor superUser at byte 9, in $"
    );
}

#[tokio::test]
async fn a_server_that_hangs() {
    assert!(matches!(failed(&[]).await, CallError::Timeout));
}

#[tokio::test]
async fn an_answer_that_comes_too_late() {
    let (ours, theirs) = duplex(1 << 16);
    let (client, _updates) = connect(ours, Duration::from_millis(100));
    let mut lines = Lines::new(theirs);
    assert!(matches!(client.call(&GetMe {}).await, Err(CallError::Timeout)));
    lines.send(r#"{"@type":"error","code":1,"message":"late","@extra":1}"#).await;
    lines.send(r#"{"@type":"error","code":2,"message":"second","@extra":2}"#).await;
    // The answer to a call that is not made yet answers nobody.
    assert!(matches!(client.call(&GetMe {}).await, Err(CallError::Timeout | CallError::Server(_))));
}

#[tokio::test]
async fn lines_that_nobody_asked_for() {
    let (client, mut updates) = faulty(&[
        "no JSON",
        "",
        r#"{"@type":"updateOfTheFuture"}"#,
        r#"{"@type":"ok"}"#,
        r#"{"@type":"error","code":1,"message":"","@extra":"1"}"#,
        r#"{"@type":"error","code":1,"message":"","@extra":7}"#,
        r#"{"@type":"updateAuthorizationState","authorization_state":{"@type":"authorizationStateReady"}}"#,
        r#"{"@type":"error","code":9,"message":"","@extra":1}"#,
    ]);
    assert_eq!(refused(client.call(&GetMe {}).await).code, 9);
    assert!(matches!(updates.recv().await, Some((0, Update::AuthorizationState(_)))));
    drop(updates);
    assert_eq!(refused(client.call(&GetMe {}).await).code, 2);
}

#[tokio::test]
async fn a_line_that_is_no_text() {
    let (ours, mut theirs) = duplex(1 << 16);
    let (client, mut updates) = connect(ours, SOON);
    tokio::io::AsyncWriteExt::write_all(&mut theirs, b"\xff\n").await.unwrap();
    assert!(updates.recv().await.is_none());
    assert!(matches!(client.call(&GetMe {}).await, Err(CallError::Closed)));
}
