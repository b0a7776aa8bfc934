//! Updates.

use crate::api::owned::{enums, types};
use crate::sample::message::{message, user as peer};
use crate::sample::random::Random;
use crate::sample::user::status;

/// A new message.
pub(crate) fn new_message(random: &mut Random) -> enums::Update {
    types::UpdateNewMessage { message: message(random).into(), pts: random.int(1..1_000_000), pts_count: 1 }
        .into()
}

/// Something that changes a number or two.
pub(crate) fn small(random: &mut Random) -> enums::Update {
    let (channel_id, max_id, pts) = (random.id(), random.int(1..1_000_000), random.int(1..1_000_000));
    match random.int(0..7) {
        0 => types::UpdateUserStatus { user_id: random.id(), status: status(random) }.into(),
        1 => types::UpdateReadHistoryOutbox { peer: peer(random), max_id, pts, pts_count: 1 }.into(),
        2 => types::UpdateReadChannelOutbox { channel_id, max_id }.into(),
        3 => types::UpdateChannelMessageViews { channel_id, id: max_id, views: random.int(1..10_000) }.into(),
        4 => types::UpdateUserTyping::new(random.id(), types::SendMessageTypingAction.into()).into(),
        5 => {
            let messages = (0..random.int(1..5)).map(|_| random.int(1..1_000_000)).collect();
            types::UpdateDeleteMessages { messages, pts, pts_count: 1 }.into()
        }
        _ => types::UpdateMessageId { id: max_id, random_id: random.long() }.into(),
    }
}
