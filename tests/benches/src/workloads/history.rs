//! A page of a chat with photos, videos and links, and those who wrote it.

use crate::api::owned::types;
use crate::sample::random::Random;
use crate::sample::{chat, message, user};
use crate::workload::Workload;
use crate::{api, tl_proto};

pub(super) struct History;

impl Workload for History {
    const KEY: &'static str = "history";
    const TITLE: &'static str = "8 messages.messages: 30 messages with media, 15 users, 3 chats";

    type Owned = api::owned::enums::messages::Messages;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = api::borrowed::enums::messages::Messages<'a>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = api::unchecked::enums::messages::Messages<'a>;
    type Grammers = grammers_tl_types::enums::messages::Messages;
    type TlProto<'a> = tl_proto::api::MessagesMessages<'a>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        let messages = types::messages::Messages {
            messages: (0..30).map(|_| message::with_media(random).into()).collect(),
            topics: Vec::new(),
            chats: (0..3).map(|_| chat::channel(random)).collect(),
            users: (0..15).map(|_| user::user(random)).collect(),
        };
        messages.into()
    }
}
