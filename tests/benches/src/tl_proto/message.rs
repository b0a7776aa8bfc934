//! `Message` and what stands next to its text.

use tl_proto::{TlRead, TlWrite};

use crate::tl_proto::header::{MessageFwdHeader, MessageReactions, MessageReplies, MessageReplyHeader};
use crate::tl_proto::media::MessageMedia;
use crate::tl_proto::{Unused, Vector};

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Message<'tl> {
    #[tl(id = 0x90a6_ca84)]
    Empty {
        #[tl(flags)]
        flags: (),
        id: i32,
        #[tl(flags_bit = "flags.0")]
        peer_id: Option<Peer>,
    },
    #[tl(id = 0x7600_b9d3)]
    Message(MessageFields<'tl>),
}

#[derive(TlRead, TlWrite)]
pub(crate) struct MessageFields<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.1")]
    out: Option<()>,
    #[tl(flags_bit = "flags.4")]
    mentioned: Option<()>,
    #[tl(flags_bit = "flags.5")]
    media_unread: Option<()>,
    #[tl(flags_bit = "flags.13")]
    silent: Option<()>,
    #[tl(flags_bit = "flags.14")]
    post: Option<()>,
    #[tl(flags_bit = "flags.18")]
    from_scheduled: Option<()>,
    #[tl(flags_bit = "flags.19")]
    legacy: Option<()>,
    #[tl(flags_bit = "flags.21")]
    edit_hide: Option<()>,
    #[tl(flags_bit = "flags.24")]
    pinned: Option<()>,
    #[tl(flags_bit = "flags.26")]
    noforwards: Option<()>,
    #[tl(flags_bit = "flags.27")]
    invert_media: Option<()>,
    #[tl(flags)]
    flags2: (),
    #[tl(flags_bit = "flags2.1")]
    offline: Option<()>,
    #[tl(flags_bit = "flags2.4")]
    video_processing_pending: Option<()>,
    #[tl(flags_bit = "flags2.8")]
    paid_suggested_post_stars: Option<()>,
    #[tl(flags_bit = "flags2.9")]
    paid_suggested_post_ton: Option<()>,
    id: i32,
    #[tl(flags_bit = "flags.8")]
    from_id: Option<Peer>,
    #[tl(flags_bit = "flags.29")]
    from_boosts_applied: Option<i32>,
    #[tl(flags_bit = "flags2.12")]
    from_rank: Option<&'tl [u8]>,
    peer_id: Peer,
    #[tl(flags_bit = "flags.28")]
    saved_peer_id: Option<Peer>,
    #[tl(flags_bit = "flags.2")]
    fwd_from: Option<MessageFwdHeader<'tl>>,
    #[tl(flags_bit = "flags.11")]
    via_bot_id: Option<i64>,
    #[tl(flags_bit = "flags2.0")]
    via_business_bot_id: Option<i64>,
    #[tl(flags_bit = "flags2.19")]
    guestchat_via_from: Option<Peer>,
    #[tl(flags_bit = "flags.3")]
    reply_to: Option<MessageReplyHeader<'tl>>,
    date: i32,
    message: &'tl [u8],
    #[tl(flags_bit = "flags.9")]
    media: Option<MessageMedia<'tl>>,
    #[tl(flags_bit = "flags.6")]
    reply_markup: Option<Unused>,
    #[tl(flags_bit = "flags.7")]
    entities: Option<Vector<MessageEntity<'tl>>>,
    #[tl(flags_bit = "flags.10")]
    views: Option<i32>,
    #[tl(flags_bit = "flags.10")]
    forwards: Option<i32>,
    #[tl(flags_bit = "flags.23")]
    replies: Option<MessageReplies>,
    #[tl(flags_bit = "flags.15")]
    edit_date: Option<i32>,
    #[tl(flags_bit = "flags.16")]
    post_author: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.17")]
    grouped_id: Option<i64>,
    #[tl(flags_bit = "flags.20")]
    reactions: Option<MessageReactions<'tl>>,
    #[tl(flags_bit = "flags.22")]
    restriction_reason: Option<Vector<Unused>>,
    #[tl(flags_bit = "flags.25")]
    ttl_period: Option<i32>,
    #[tl(flags_bit = "flags.30")]
    quick_reply_shortcut_id: Option<i32>,
    #[tl(flags_bit = "flags2.2")]
    effect: Option<i64>,
    #[tl(flags_bit = "flags2.3")]
    factcheck: Option<Unused>,
    #[tl(flags_bit = "flags2.5")]
    report_delivery_until_date: Option<i32>,
    #[tl(flags_bit = "flags2.6")]
    paid_message_stars: Option<i64>,
    #[tl(flags_bit = "flags2.7")]
    suggested_post: Option<Unused>,
    #[tl(flags_bit = "flags2.10")]
    schedule_repeat_period: Option<i32>,
    #[tl(flags_bit = "flags2.11")]
    summary_from_language: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags2.13")]
    rich_message: Option<Unused>,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum MessageEntity<'tl> {
    #[tl(id = 0xbd61_0bc9)]
    Bold { offset: i32, length: i32 },
    #[tl(id = 0x6ed0_2538)]
    Url { offset: i32, length: i32 },
    #[tl(id = 0xfa04_579d)]
    Mention { offset: i32, length: i32 },
    #[tl(id = 0x76a6_d327)]
    TextUrl { offset: i32, length: i32, url: &'tl [u8] },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Peer {
    #[tl(id = 0x5951_1722)]
    User { user_id: i64 },
    #[tl(id = 0x36c6_019a)]
    Chat { chat_id: i64 },
    #[tl(id = 0xa2a5_371e)]
    Channel { channel_id: i64 },
}
