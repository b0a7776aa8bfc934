use tl_liteserver::QueryError;
use tl_liteserver::ton::functions::lite_server::{GetMasterchainInfo, SendMessage, WaitMasterchainSeqno};
use tl_liteserver::ton::types::lite_server::Error;

use super::passing::{answer, query};
use super::{Ends, liteserver, proxy, receive};

#[tokio::test]
async fn a_message_with_the_word_is_refused() {
    let client = proxy(liteserver().await).await.client().await;
    let send = |body: &'static str| {
        let client = client.clone();
        async move { client.query(&SendMessage { body: body.into() }).await }
    };
    assert_eq!(send("a word").await.unwrap().status, 1);
    match send("a secret word").await {
        Err(QueryError::Server(error)) => assert_eq!(error.code, 403),
        other => panic!("{other:?}"),
    }
    // The connection lives on.
    client.query(&GetMasterchainInfo {}).await.unwrap();
}

#[tokio::test]
async fn the_server_never_sees_it() {
    let mut ends = Ends::open().await;
    let wait = WaitMasterchainSeqno { seqno: 1, timeout_ms: 2 };
    for body in ["secret", "a secret", "secretsecret"] {
        ends.client.0.send(&query(&[&wait, &SendMessage { body: body.into() }])).await.unwrap();
        let refusal = Error { code: 403, message: "the proxy does not let this through".to_owned() };
        assert_eq!(receive(&mut ends.client.1).await.unwrap(), answer(&refusal));
    }
    let harmless = query(&[&SendMessage { body: "secre t".into() }]);
    assert_eq!(ends.up(&harmless).await, harmless);
}

#[tokio::test]
async fn the_word_is_taken_out_of_errors() {
    let mut ends = Ends::open().await;
    let error = |message: &str| answer(&Error { code: 1, message: message.to_owned() });
    assert_eq!(ends.down(&error("the secrets are secret")).await, error("the ******s are ******"));
    assert_eq!(ends.down(&error("none here")).await, error("none here"));
}
