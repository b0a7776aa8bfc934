//! Starts a server as another process, and tells what a client and the server say to each other.

use std::error::Error;
use std::process::Stdio;
use std::time::Duration;
use std::{env, io};

use tl_tdjson::api::enums::{AuthorizationState, MessageContent, Update};
use tl_tdjson::api::functions::{
    CheckAuthenticationCode, GetAuthorizationState, GetMe, SendMessage, SetAuthenticationPhoneNumber,
    SetTdlibParameters,
};
use tl_tdjson::api::types;
use tl_tdjson::{CODE, Client, FRIEND, Limits, serve};
use tokio::process::Command;
use tokio::sync::mpsc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    match env::args().nth(1).as_deref() {
        Some("serve") => Ok(serve(tokio::io::stdin(), tokio::io::stdout(), Limits::default()).await?),
        _ => with_server().await,
    }
}

async fn with_server() -> Result<(), Box<dyn Error>> {
    let mut server = Command::new(env::current_exe()?);
    let mut server = server.arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (Some(write), Some(read)) = (server.stdin.take(), server.stdout.take()) else {
        return Err(io::Error::from(io::ErrorKind::BrokenPipe).into());
    };
    let (client, updates) = Client::connect(read, write, Duration::from_secs(10));
    talk(client, updates).await?;
    println!("client: hangs up, and the server ends: {}", server.wait().await?);
    Ok(())
}

async fn talk(client: Client, mut updates: mpsc::Receiver<(i32, Update)>) -> Result<(), Box<dyn Error>> {
    match client.call(&GetMe {}).await {
        Ok(user) => println!("client: is {}", user.first_name),
        Err(error) => println!("client: asked who it is, and {error}"),
    }
    log_in(&client, &mut updates).await?;
    let state = client.call(&GetAuthorizationState {}).await?;
    println!("client: is logged in: {}", state.constructor_name());
    let me = client.call(&GetMe {}).await?;
    println!("client: is {}, user {}, with the number {}", me.first_name, me.id, me.phone_number);

    let text = types::FormattedText { text: "How are you?".into(), entities: vec![] };
    let message = SendMessage { chat_id: FRIEND, ..SendMessage::new(types::InputMessageText::new(text)) };
    let sent = client.call(&message).await?;
    println!("client: sends message {} to {FRIEND}", sent.id);
    while let Some((_, update)) = updates.recv().await {
        match update {
            Update::MessageSendSucceeded(update) => {
                println!("server: message {} is sent, as {}", update.old_message_id, update.message.id);
            }
            Update::NewMessage(update) => {
                if let MessageContent::MessageText(content) = &update.message.content {
                    println!("server: {} writes: {}", update.message.chat_id, content.text.text);
                }
                break;
            }
            other => println!("server: has news: {}", other.constructor_name()),
        }
    }
    match client.call(&SendMessage { chat_id: 1, ..message }).await {
        Ok(sent) => println!("client: sends message {} to 1", sent.id),
        Err(error) => println!("client: sends a message to 1, and {error}"),
    }
    Ok(())
}

/// Does what the server waits for, until the client is logged in.
async fn log_in(client: &Client, updates: &mut mpsc::Receiver<(i32, Update)>) -> Result<(), Box<dyn Error>> {
    while let Some((_, update)) = updates.recv().await {
        let Update::AuthorizationState(update) = update else { continue };
        let state = update.authorization_state;
        println!("server: {}", state.constructor_name());
        match state {
            AuthorizationState::WaitTdlibParameters => {
                let parameters =
                    SetTdlibParameters { api_id: 1, api_hash: "0".into(), ..SetTdlibParameters::default() };
                client.call(&parameters).await?;
            }
            AuthorizationState::WaitPhoneNumber => {
                let phone_number = "+9996621234".into();
                client.call(&SetAuthenticationPhoneNumber { phone_number, settings: None }).await?;
            }
            AuthorizationState::WaitCode(wait) => {
                println!("client: has a code for {}", wait.code_info.phone_number);
                client.call(&CheckAuthenticationCode { code: CODE.into() }).await?;
            }
            AuthorizationState::Ready => return Ok(()),
            other => return Err(format!("cannot do what {} asks for", other.constructor_name()).into()),
        }
    }
    Err("the connection is closed".into())
}
