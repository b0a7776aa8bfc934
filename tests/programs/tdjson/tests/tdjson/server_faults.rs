//! Each fault of a client once. It gets an error with its `@extra`, or loses the connection.

use std::time::Duration;

use serde_json::Value;
use tl_tdjson::{Limits, ServeError};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use crate::support::{Lines, SOON, Served, server};

const SMALL: Limits = Limits { line: 1000, accounts: 2, patience: Duration::from_millis(200) };

async fn ended(served: Served) -> ServeError {
    timeout(SOON, served).await.expect("the server goes on").unwrap().unwrap_err()
}

/// What a server says to this request, which comes back with its `@extra`.
async fn fault(lines: &mut Lines, request: &str) -> String {
    let answer: Value = serde_json::from_str(&lines.ask(request).await).unwrap();
    let extra = if request.contains("@extra") { Value::from("x") } else { Value::Null };
    assert_eq!((&answer["@type"], &answer["@extra"]), (&"error".into(), &extra), "{answer}");
    assert_eq!(answer["code"], 400);
    answer["message"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_request_that_is_none() {
    let mut lines = Lines::new(server(Limits::default()).0);
    // The state of a new account follows the first good request.
    lines.ask(r#"{"@type":"getAuthorizationState"}"#).await;
    lines.next().await.unwrap();
    for (request, words) in [
        (r#"{"@type":"getMee","@extra":"x"}"#, "Object has no constructor getMee at byte 9, in $"),
        (r#"{"@extra":"x"}"#, "the constructor of Object is missing at byte 13, in $"),
        (r#"{"@type":7,"@extra":"x"}"#, "expected the name of a combinator at byte 9, in $"),
        (
            r#"{"@type":"setTdlibParameters","api_id":[1],"@extra":"x"}"#,
            "expected int, found a list at byte 39, in $.api_id",
        ),
        (
            r#"{"@type":"setTdlibParameters","api_id":2147483648,"@extra":"x"}"#,
            "2147483648 is no int at byte 39, in $.api_id",
        ),
        (
            r#"{"@type":"sendMessage","chat_id":42,"@extra":"x"}"#,
            "sendMessage lacks its field input_message_content at byte 48, in $.chat_id",
        ),
        (
            r#"{"@type":"sendMessage","input_message_content":{"@type":"ok"},"@extra":"x"}"#,
            "InputMessageContent has no constructor ok at byte 56, in $.input_message_content",
        ),
        (r#"{"@type":"getMe","me":1,"@extra":"x"}"#, "getMe has no field me at byte 17, in $"),
        (r#"{"@type":"getMe","@extra":"x""#, "expected `,` or `}` at byte 29, in $"),
        (r#"{"@extra":"x","@type":"getMe"}}"#, "expected the end at byte 30, in $"),
        (r#"{"@extra":"x","@client_id":2147483648}"#, "2147483648 is no int32 at byte 37, in $"),
        (r#"{"@type":"ok","@extra":"x"}"#, "ok is not a request"),
        ("getMe", "expected a token of JSON at byte 0, in $"),
        ("", "expected a value at byte 0, in $"),
        ("[]", "expected Object, found a list at byte 0, in $"),
    ] {
        let message = fault(&mut lines, request).await;
        assert!(message.ends_with(words), "{request}: {message}");
    }
    // The connection is still good.
    assert!(lines.ask(r#"{"@type":"getAuthorizationState"}"#).await.contains("WaitTdlibParameters"));
}

#[tokio::test]
async fn hostile_nesting() {
    let mut lines = Lines::new(server(Limits::default()).0);
    let links = r#"{"@type":"targetChatInternalLink","link":{"@type":"internalLinkTypeAttachmentMenuBot","target_chat":"#;
    for (nested, words) in [
        (links.repeat(8_000), "nesting deeper than 256 levels"),
        (format!(r#"{{"@type":"getMe","a":{}"#, "[".repeat(500_000)), "getMe has no field a"),
        ("[".repeat(500_000), "expected Object, found a list"),
    ] {
        let message = fault(&mut lines, &nested).await;
        assert!(message.contains(words), "{message}");
    }
    // `@extra` may be anything; that it has an end is known only there.
    let deep = format!(r#"{{"@type":"getMe","@extra":{}1{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert!(lines.ask(&deep).await.len() > 200_000);
}

#[tokio::test]
async fn a_line_without_an_end() {
    let (mut stream, served) = server(SMALL);
    stream.write_all(&[b' '; 2000]).await.unwrap();
    assert_eq!(ended(served).await.to_string(), "max line length exceeded");
    // As far as that it is none.
    let (stream, _served) = server(SMALL);
    let line = format!("{:<900}", r#"{"@type":"getMe"}"#);
    assert!(Lines::new(stream).ask(&line).await.contains("401"));
}

#[tokio::test]
async fn bytes_that_are_no_text() {
    let (mut stream, served) = server(SMALL);
    stream.write_all(b"{\"@type\":\"\xff\"}\n").await.unwrap();
    assert!(matches!(ended(served).await, ServeError::Line(_)));
}

#[tokio::test]
async fn more_accounts_than_allowed() {
    let mut lines = Lines::new(server(SMALL).0);
    for id in [1, 2] {
        lines.ask(&format!(r#"{{"@type":"getMe","@client_id":{id}}}"#)).await;
        lines.next().await.unwrap();
    }
    assert!(fault(&mut lines, r#"{"@type":"getMe","@extra":"x"}"#).await.ends_with("too many clients"));
    assert!(lines.ask(r#"{"@type":"getMe","@client_id":2}"#).await.contains("401"));
}

#[tokio::test]
async fn answers_that_nobody_reads() {
    let (mut stream, served) = server(SMALL);
    let flood = async { while stream.write_all(b"{\"@type\":\"getMe\"}\n").await.is_ok() {} };
    timeout(SOON, flood).await.expect("the connection is still open");
    assert!(matches!(ended(served).await, ServeError::Unread));
}

#[tokio::test]
async fn silence_and_half_a_line() {
    let (stream, served) = server(SMALL);
    let mut lines = Lines::new(stream);
    tokio::time::sleep(2 * SMALL.patience).await;
    assert!(lines.ask(r#"{"@type":"getMe"}"#).await.contains("401"));
    assert!(lines.next().await.unwrap().contains("updateAuthorizationState"));
    let mut stream = lines.into_stream();
    stream.write_all(br#"{"@type":"#).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut lines = Lines::new(stream);
    assert!(lines.next().await.unwrap().contains("Failed to parse"));
    assert_eq!(lines.next().await, None);
    timeout(SOON, served).await.unwrap().unwrap().unwrap();
}
