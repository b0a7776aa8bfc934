//! What says where a message came from and what became of it.

use tl_proto::{TlRead, TlWrite};

use crate::tl_proto::media::MessageMedia;
use crate::tl_proto::message::{MessageEntity, Peer};
use crate::tl_proto::{Unused, Vector};

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x4e4d_f4bb)]
pub(crate) struct MessageFwdHeader<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.7")]
    imported: Option<()>,
    #[tl(flags_bit = "flags.11")]
    saved_out: Option<()>,
    #[tl(flags_bit = "flags.0")]
    from_id: Option<Peer>,
    #[tl(flags_bit = "flags.5")]
    from_name: Option<&'tl [u8]>,
    date: i32,
    #[tl(flags_bit = "flags.2")]
    channel_post: Option<i32>,
    #[tl(flags_bit = "flags.3")]
    post_author: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.4")]
    saved_from_peer: Option<Peer>,
    #[tl(flags_bit = "flags.4")]
    saved_from_msg_id: Option<i32>,
    #[tl(flags_bit = "flags.8")]
    saved_from_id: Option<Peer>,
    #[tl(flags_bit = "flags.9")]
    saved_from_name: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.10")]
    saved_date: Option<i32>,
    #[tl(flags_bit = "flags.6")]
    psa_type: Option<&'tl [u8]>,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum MessageReplyHeader<'tl> {
    #[tl(id = 0x1b97_dd66)]
    Header(ReplyFields<'tl>),
}

#[derive(TlRead, TlWrite)]
pub(crate) struct ReplyFields<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.2")]
    reply_to_scheduled: Option<()>,
    #[tl(flags_bit = "flags.3")]
    forum_topic: Option<()>,
    #[tl(flags_bit = "flags.9")]
    quote: Option<()>,
    #[tl(flags_bit = "flags.13")]
    reply_to_ephemeral: Option<()>,
    #[tl(flags_bit = "flags.4")]
    reply_to_msg_id: Option<i32>,
    #[tl(flags_bit = "flags.0")]
    reply_to_peer_id: Option<Peer>,
    #[tl(flags_bit = "flags.5")]
    reply_from: Option<MessageFwdHeader<'tl>>,
    #[tl(flags_bit = "flags.8")]
    reply_media: Option<MessageMedia<'tl>>,
    #[tl(flags_bit = "flags.1")]
    reply_to_top_id: Option<i32>,
    #[tl(flags_bit = "flags.6")]
    quote_text: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.7")]
    quote_entities: Option<Vector<MessageEntity<'tl>>>,
    #[tl(flags_bit = "flags.10")]
    quote_offset: Option<i32>,
    #[tl(flags_bit = "flags.11")]
    todo_item_id: Option<i32>,
    #[tl(flags_bit = "flags.12")]
    poll_option: Option<&'tl [u8]>,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x0a33_9f0b)]
pub(crate) struct MessageReactions<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    min: Option<()>,
    #[tl(flags_bit = "flags.2")]
    can_see_list: Option<()>,
    #[tl(flags_bit = "flags.3")]
    reactions_as_tags: Option<()>,
    results: Vector<ReactionCount<'tl>>,
    #[tl(flags_bit = "flags.1")]
    recent_reactions: Option<Vector<Unused>>,
    #[tl(flags_bit = "flags.4")]
    top_reactors: Option<Vector<Unused>>,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0xa3d1_cb80)]
pub(crate) struct ReactionCount<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    chosen_order: Option<i32>,
    reaction: Reaction<'tl>,
    count: i32,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Reaction<'tl> {
    #[tl(id = 0x1b22_86b8)]
    Emoji { emoticon: &'tl [u8] },
    #[tl(id = 0x8935_fc73)]
    CustomEmoji { document_id: i64 },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x83d6_0fc2)]
pub(crate) struct MessageReplies {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    comments: Option<()>,
    replies: i32,
    replies_pts: i32,
    #[tl(flags_bit = "flags.1")]
    recent_repliers: Option<Vector<Peer>>,
    #[tl(flags_bit = "flags.0")]
    channel_id: Option<i64>,
    #[tl(flags_bit = "flags.2")]
    max_id: Option<i32>,
    #[tl(flags_bit = "flags.3")]
    read_max_id: Option<i32>,
}
