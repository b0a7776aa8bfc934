//! What a client and a server say to each other if nothing goes wrong.

use tl_tdjson::api::enums::{AuthorizationState, MessageContent, MessageSender, Update};
use tl_tdjson::api::functions::{CheckAuthenticationCode, GetAuthorizationState, GetMe};
use tl_tdjson::api::types::{self, Error};
use tl_tdjson::{CallError, FRIEND, Limits};

use crate::support::{Lines, Updates, client, connect, log_in, message, parameters, phone_number, server};

/// The next update, for the account with this id.
async fn next(updates: &mut Updates, id: i32) -> Update {
    let (client_id, update) = updates.recv().await.unwrap();
    assert_eq!(client_id, id);
    update
}

async fn next_state(updates: &mut Updates, id: i32) -> AuthorizationState {
    match next(updates, id).await {
        Update::AuthorizationState(update) => update.authorization_state,
        other => panic!("{other:?}"),
    }
}

fn text(message: &types::Message) -> &str {
    let MessageContent::MessageText(content) = &message.content else { panic!("{message:?}") };
    &content.text.text
}

pub(crate) fn refused<T: std::fmt::Debug>(result: Result<T, CallError>) -> Error {
    match result {
        Err(CallError::Server(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn logging_in() {
    let (client, mut updates) = client();
    assert_eq!(refused(client.call(&GetMe {}).await).code, 401);
    assert_eq!(next_state(&mut updates, 1).await, AuthorizationState::WaitTdlibParameters);
    client.call(&parameters()).await.unwrap();
    assert_eq!(next_state(&mut updates, 1).await, AuthorizationState::WaitPhoneNumber);
    let again = refused(client.call(&parameters()).await);
    assert_eq!((again.code, again.message.as_str()), (400, "Call to setTdlibParameters unexpected"));

    client.call(&phone_number()).await.unwrap();
    let AuthorizationState::WaitCode(wait) = next_state(&mut updates, 1).await else { panic!("no code") };
    assert_eq!((wait.code_info.phone_number.as_str(), wait.code_info.next_type), ("+999", None));
    let wrong = client.call(&CheckAuthenticationCode { code: "1".into() }).await;
    assert_eq!(refused(wrong).message, "PHONE_CODE_INVALID");
    client.call(&CheckAuthenticationCode { code: tl_tdjson::CODE.into() }).await.unwrap();
    assert_eq!(next_state(&mut updates, 1).await, AuthorizationState::Ready);
    assert_eq!(client.call(&GetMe {}).await.unwrap().phone_number, "+999");
}

#[tokio::test]
async fn a_message_and_its_updates() {
    let (client, mut updates) = client();
    log_in(&client).await;
    for _ in 0..4 {
        next_state(&mut updates, 1).await;
    }
    let words = "\"quotes\", \\ and lines\n\u{2028}\u{1f600}\0";
    let pending = client.call(&message(words)).await.unwrap();
    assert!(pending.is_outgoing && pending.sending_state.is_some());
    assert_eq!(text(&pending), words);

    let Update::MessageSendSucceeded(update) = next(&mut updates, 1).await else { panic!("it is not sent") };
    assert_eq!((update.old_message_id, text(&update.message)), (pending.id, words));
    assert_eq!(update.message.sending_state, None);
    let Update::NewMessage(update) = next(&mut updates, 1).await else { panic!("no message") };
    let sender = MessageSender::User(types::MessageSenderUser { user_id: FRIEND });
    assert_eq!((update.message.sender_id, update.message.is_outgoing), (sender, false));
}

#[tokio::test]
async fn two_accounts_on_one_connection() {
    let (one, mut updates) = client();
    let two = one.clone().with_id(2);
    one.call(&parameters()).await.unwrap();
    assert_eq!(two.call(&GetAuthorizationState {}).await.unwrap(), AuthorizationState::WaitTdlibParameters);
    let waits = AuthorizationState::WaitPhoneNumber;
    assert_eq!(one.call(&GetAuthorizationState {}).await.unwrap(), waits);
    assert_eq!(next_state(&mut updates, 1).await, AuthorizationState::WaitTdlibParameters);
    assert_eq!(next_state(&mut updates, 1).await, waits);
    assert_eq!(next_state(&mut updates, 2).await, AuthorizationState::WaitTdlibParameters);
}

#[tokio::test]
async fn requests_of_tdlibs_example_for_python() {
    let mut lines = Lines::new(server(Limits::default()).0);
    let state = r#"{"@type": "getAuthorizationState", "@extra": {"id": ["5", 7.0, "\u00e4"]}}"#;
    assert_eq!(
        lines.ask(state).await,
        r#"{"@type":"authorizationStateWaitTdlibParameters","@extra":{"id": ["5", 7.0, "\u00e4"]}}"#
    );
    let update = r#"{"@type":"updateAuthorizationState","authorization_state":{"@type":"authorizationState"#;
    assert_eq!(lines.next().await, Some(format!(r#"{update}WaitTdlibParameters"}}}}"#)));
    let parameters = r#"{"@type": "setTdlibParameters", "database_directory": "tdlib_data", "use_message_database": true, "use_secret_chats": true, "api_id": 94575, "api_hash": "a3406de8d171bb422bb6ddf3bbd800e2", "system_language_code": "en", "device_model": "Python TDLib Client", "application_version": "1.1"}"#;
    assert_eq!(lines.ask(parameters).await, r#"{"@type":"ok"}"#);
    assert_eq!(lines.next().await, Some(format!(r#"{update}WaitPhoneNumber"}}}}"#)));
    let number = r#"{"@type": "setAuthenticationPhoneNumber", "phone_number": "+999"}"#;
    assert_eq!(lines.ask(number).await, r#"{"@type":"ok"}"#);
    assert_eq!(
        lines.next().await,
        Some(format!(
            r#"{update}WaitCode","code_info":{{"@type":"authenticationCodeInfo","phone_number":"+999","type":{{"@type":"authenticationCodeTypeSms","length":5}},"timeout":0}}}}}}"#
        ))
    );
    let code = r#"{"@type": "checkAuthenticationCode", "code": "22222"}"#;
    assert_eq!(lines.ask(code).await, r#"{"@type":"ok"}"#);
    assert_eq!(lines.next().await, Some(format!(r#"{update}Ready"}}}}"#)));
}

#[tokio::test]
async fn what_a_client_writes() {
    let (ours, theirs) = tokio::io::duplex(1 << 16);
    let (client, _updates) = connect(ours, crate::support::SOON);
    let mut lines = Lines::new(theirs);
    let client = client.with_id(3);
    let call = tokio::spawn(async move { client.call(&message("a")).await });
    assert_eq!(
        lines.next().await.as_deref(),
        Some(
            r#"{"@type":"sendMessage","@extra":1,"@client_id":3,"chat_id":42,"input_message_content":{"@type":"inputMessageText","text":{"@type":"formattedText","text":"a","entities":[]},"clear_draft":false}}"#
        )
    );
    lines.send(r#"{"@type":"error","code":420,"message":"wait","@extra":1,"@client_id":3}"#).await;
    assert_eq!(refused(call.await.unwrap()), Error { code: 420, message: "wait".into() });
}
