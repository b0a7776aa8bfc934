//! What the server knows: who has logged in, and one friend, who answers every message.

use std::mem;
use std::time::{SystemTime, UNIX_EPOCH};

use tl_runtime::{Combinator, Function};

use crate::api::enums::{AuthorizationState, InputMessageContent, Update, UserType};
use crate::api::{Object, functions as calls, types};

/// The code that logs in.
pub const CODE: &str = "22222";
/// The one to whom messages can be sent. A private chat has the number of the other user.
pub const FRIEND: i64 = 42;
/// The number of every user who logs in.
const ME: i64 = 7;

/// A user on the way in, or logged in.
pub struct Account {
    state: AuthorizationState,
    phone_number: String,
    last_message: i64,
    /// What is still to be told.
    updates: Vec<Update>,
}

impl Default for Account {
    /// As it is before the first request.
    fn default() -> Self {
        let state = AuthorizationState::WaitTdlibParameters;
        let mut account =
            Self { state: state.clone(), phone_number: String::new(), last_message: 0, updates: vec![] };
        account.enter(state);
        account
    }
}

impl Account {
    /// Answers a call with the bytes of the type that the schema gives it.
    ///
    /// # Errors
    ///
    /// What the server answers instead.
    pub fn answer(&mut self, call: Object) -> Result<Vec<u8>, types::Error> {
        // Each call encodes its answer, and takes only what the schema says it answers.
        let answer = match call {
            Object::GetAuthorizationState => calls::GetAuthorizationState {}.encode_answer(&self.state),
            Object::SetTdlibParameters(call) => call.encode_answer(&self.set_parameters(&call)?),
            Object::SetAuthenticationPhoneNumber(call) => call.encode_answer(&self.set_phone_number(&call)?),
            Object::CheckAuthenticationCode(call) => call.encode_answer(&self.check_code(&call)?),
            Object::GetMe => calls::GetMe {}.encode_answer(&self.me()?),
            Object::SendMessage(call) => call.encode_answer(&self.send_message(&call)?),
            other => return Err(error(400, format!("{} is not a request", other.constructor_name()))),
        };
        answer.map_err(|cause| error(500, cause))
    }

    /// What happened since the last call of this.
    pub fn updates(&mut self) -> Vec<Update> {
        mem::take(&mut self.updates)
    }

    fn enter(&mut self, state: AuthorizationState) {
        self.state = state.clone();
        self.updates.push(types::UpdateAuthorizationState { authorization_state: state }.into());
    }

    fn set_parameters(&mut self, call: &calls::SetTdlibParameters) -> Result<types::Ok, types::Error> {
        let AuthorizationState::WaitTdlibParameters = self.state else { return Err(unexpected(call)) };
        if call.api_id <= 0 {
            return Err(error(400, "Valid api_id must be provided"));
        }
        self.enter(AuthorizationState::WaitPhoneNumber);
        Ok(types::Ok {})
    }

    fn set_phone_number(
        &mut self,
        call: &calls::SetAuthenticationPhoneNumber,
    ) -> Result<types::Ok, types::Error> {
        let AuthorizationState::WaitPhoneNumber = self.state else { return Err(unexpected(call)) };
        self.phone_number.clone_from(&call.phone_number);
        let code_type = types::AuthenticationCodeTypeSms { length: CODE.len() as i32 };
        let code_info = types::AuthenticationCodeInfo {
            phone_number: call.phone_number.clone(),
            ..types::AuthenticationCodeInfo::new(code_type)
        };
        self.enter(types::AuthorizationStateWaitCode { code_info }.into());
        Ok(types::Ok {})
    }

    fn check_code(&mut self, call: &calls::CheckAuthenticationCode) -> Result<types::Ok, types::Error> {
        let AuthorizationState::WaitCode(_) = self.state else { return Err(unexpected(call)) };
        if call.code != CODE {
            return Err(error(400, "PHONE_CODE_INVALID"));
        }
        self.enter(AuthorizationState::Ready);
        Ok(types::Ok {})
    }

    fn me(&self) -> Result<types::User, types::Error> {
        self.logged_in()?;
        let status = types::UserStatusOnline { expires: now() + 300 };
        Ok(types::User {
            id: ME,
            first_name: "Ada".into(),
            phone_number: self.phone_number.clone(),
            have_access: true,
            ..types::User::new(status, UserType::Regular)
        })
    }

    /// The message is on its way at once, then sent, and then there is an answer to it.
    fn send_message(&mut self, call: &calls::SendMessage) -> Result<types::Message, types::Error> {
        self.logged_in()?;
        if call.chat_id != FRIEND {
            return Err(error(400, "Chat not found"));
        }
        let InputMessageContent::InputMessageText(content) = &call.input_message_content else {
            return Err(error(400, "only text can be sent"));
        };
        let pending = self
            .message(ME, content.text.clone())
            .sending_state(types::MessageSendingStatePending { sending_id: 1 });
        let sent = self.message(ME, content.text.clone());
        self.updates
            .push(types::UpdateMessageSendSucceeded { message: sent, old_message_id: pending.id }.into());
        let words = format!("You said: {}", content.text.text);
        let message = self.message(FRIEND, types::FormattedText { text: words, entities: vec![] });
        self.updates.push(types::UpdateNewMessage { message }.into());
        Ok(pending)
    }

    fn logged_in(&self) -> Result<(), types::Error> {
        match self.state {
            AuthorizationState::Ready => Ok(()),
            _ => Err(error(401, "Unauthorized")),
        }
    }

    /// The next message in the chat with the friend.
    fn message(&mut self, sender: i64, text: types::FormattedText) -> types::Message {
        self.last_message += 1;
        let sender_id = types::MessageSenderUser { user_id: sender };
        types::Message {
            id: self.last_message,
            chat_id: FRIEND,
            is_outgoing: sender == ME,
            date: now(),
            ..types::Message::new(sender_id, types::MessageText::new(text))
        }
    }
}

fn error(code: i32, message: impl ToString) -> types::Error {
    types::Error { code, message: message.to_string() }
}

fn unexpected<F: Combinator>(_: &F) -> types::Error {
    error(400, format!("Call to {} unexpected", F::NAME))
}

fn now() -> i32 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs() as i32)
}
