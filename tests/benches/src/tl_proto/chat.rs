//! `Chat` and what it holds.

use tl_proto::{TlRead, TlWrite};

use crate::tl_proto::user::Username;
use crate::tl_proto::{Unused, Vector};

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Chat<'tl> {
    #[tl(id = 0xd49f_34c6)]
    Channel(ChannelFields<'tl>),
}

#[derive(TlRead, TlWrite)]
pub(crate) struct ChannelFields<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    creator: Option<()>,
    #[tl(flags_bit = "flags.2")]
    left: Option<()>,
    #[tl(flags_bit = "flags.5")]
    broadcast: Option<()>,
    #[tl(flags_bit = "flags.7")]
    verified: Option<()>,
    #[tl(flags_bit = "flags.8")]
    megagroup: Option<()>,
    #[tl(flags_bit = "flags.9")]
    restricted: Option<()>,
    #[tl(flags_bit = "flags.11")]
    signatures: Option<()>,
    #[tl(flags_bit = "flags.12")]
    min: Option<()>,
    #[tl(flags_bit = "flags.19")]
    scam: Option<()>,
    #[tl(flags_bit = "flags.20")]
    has_link: Option<()>,
    #[tl(flags_bit = "flags.21")]
    has_geo: Option<()>,
    #[tl(flags_bit = "flags.22")]
    slowmode_enabled: Option<()>,
    #[tl(flags_bit = "flags.23")]
    call_active: Option<()>,
    #[tl(flags_bit = "flags.24")]
    call_not_empty: Option<()>,
    #[tl(flags_bit = "flags.25")]
    fake: Option<()>,
    #[tl(flags_bit = "flags.26")]
    gigagroup: Option<()>,
    #[tl(flags_bit = "flags.27")]
    noforwards: Option<()>,
    #[tl(flags_bit = "flags.28")]
    join_to_send: Option<()>,
    #[tl(flags_bit = "flags.29")]
    join_request: Option<()>,
    #[tl(flags_bit = "flags.30")]
    forum: Option<()>,
    #[tl(flags)]
    flags2: (),
    #[tl(flags_bit = "flags2.1")]
    stories_hidden: Option<()>,
    #[tl(flags_bit = "flags2.2")]
    stories_hidden_min: Option<()>,
    #[tl(flags_bit = "flags2.3")]
    stories_unavailable: Option<()>,
    #[tl(flags_bit = "flags2.12")]
    signature_profiles: Option<()>,
    #[tl(flags_bit = "flags2.15")]
    autotranslation: Option<()>,
    #[tl(flags_bit = "flags2.16")]
    broadcast_messages_allowed: Option<()>,
    #[tl(flags_bit = "flags2.17")]
    monoforum: Option<()>,
    #[tl(flags_bit = "flags2.19")]
    forum_tabs: Option<()>,
    id: i64,
    #[tl(flags_bit = "flags.13")]
    access_hash: Option<i64>,
    title: &'tl [u8],
    #[tl(flags_bit = "flags.6")]
    username: Option<&'tl [u8]>,
    photo: ChatPhoto<'tl>,
    date: i32,
    #[tl(flags_bit = "flags.9")]
    restriction_reason: Option<Vector<Unused>>,
    #[tl(flags_bit = "flags.14")]
    admin_rights: Option<ChatAdminRights>,
    #[tl(flags_bit = "flags.15")]
    banned_rights: Option<ChatBannedRights>,
    #[tl(flags_bit = "flags.18")]
    default_banned_rights: Option<ChatBannedRights>,
    #[tl(flags_bit = "flags.17")]
    participants_count: Option<i32>,
    #[tl(flags_bit = "flags2.0")]
    usernames: Option<Vector<Username<'tl>>>,
    #[tl(flags_bit = "flags2.4")]
    stories_max_id: Option<Unused>,
    #[tl(flags_bit = "flags2.7")]
    color: Option<Unused>,
    #[tl(flags_bit = "flags2.8")]
    profile_color: Option<Unused>,
    #[tl(flags_bit = "flags2.9")]
    emoji_status: Option<Unused>,
    #[tl(flags_bit = "flags2.10")]
    level: Option<i32>,
    #[tl(flags_bit = "flags2.11")]
    subscription_until_date: Option<i32>,
    #[tl(flags_bit = "flags2.13")]
    bot_verification_icon: Option<i64>,
    #[tl(flags_bit = "flags2.14")]
    send_paid_messages_stars: Option<i64>,
    #[tl(flags_bit = "flags2.18")]
    linked_monoforum_id: Option<i64>,
    #[tl(flags_bit = "flags2.20")]
    linked_community_id: Option<i64>,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum ChatPhoto<'tl> {
    #[tl(id = 0x37c1_011c)]
    Empty,
    #[tl(id = 0x1c6e_1c11)]
    Photo {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        has_video: Option<()>,
        photo_id: i64,
        #[tl(flags_bit = "flags.1")]
        stripped_thumb: Option<&'tl [u8]>,
        dc_id: i32,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x5fb2_24d5)]
pub(crate) struct ChatAdminRights {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    change_info: Option<()>,
    #[tl(flags_bit = "flags.1")]
    post_messages: Option<()>,
    #[tl(flags_bit = "flags.2")]
    edit_messages: Option<()>,
    #[tl(flags_bit = "flags.3")]
    delete_messages: Option<()>,
    #[tl(flags_bit = "flags.4")]
    ban_users: Option<()>,
    #[tl(flags_bit = "flags.5")]
    invite_users: Option<()>,
    #[tl(flags_bit = "flags.7")]
    pin_messages: Option<()>,
    #[tl(flags_bit = "flags.9")]
    add_admins: Option<()>,
    #[tl(flags_bit = "flags.10")]
    anonymous: Option<()>,
    #[tl(flags_bit = "flags.11")]
    manage_call: Option<()>,
    #[tl(flags_bit = "flags.12")]
    other: Option<()>,
    #[tl(flags_bit = "flags.13")]
    manage_topics: Option<()>,
    #[tl(flags_bit = "flags.14")]
    post_stories: Option<()>,
    #[tl(flags_bit = "flags.15")]
    edit_stories: Option<()>,
    #[tl(flags_bit = "flags.16")]
    delete_stories: Option<()>,
    #[tl(flags_bit = "flags.17")]
    manage_direct_messages: Option<()>,
    #[tl(flags_bit = "flags.18")]
    manage_ranks: Option<()>,
    #[tl(flags_bit = "flags.19")]
    manage_linked_peers: Option<()>,
    #[tl(flags_bit = "flags.20")]
    manage_welcome_messages: Option<()>,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x9f12_0418)]
pub(crate) struct ChatBannedRights {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    view_messages: Option<()>,
    #[tl(flags_bit = "flags.1")]
    send_messages: Option<()>,
    #[tl(flags_bit = "flags.2")]
    send_media: Option<()>,
    #[tl(flags_bit = "flags.3")]
    send_stickers: Option<()>,
    #[tl(flags_bit = "flags.4")]
    send_gifs: Option<()>,
    #[tl(flags_bit = "flags.5")]
    send_games: Option<()>,
    #[tl(flags_bit = "flags.6")]
    send_inline: Option<()>,
    #[tl(flags_bit = "flags.7")]
    embed_links: Option<()>,
    #[tl(flags_bit = "flags.8")]
    send_polls: Option<()>,
    #[tl(flags_bit = "flags.10")]
    change_info: Option<()>,
    #[tl(flags_bit = "flags.15")]
    invite_users: Option<()>,
    #[tl(flags_bit = "flags.17")]
    pin_messages: Option<()>,
    #[tl(flags_bit = "flags.18")]
    manage_topics: Option<()>,
    #[tl(flags_bit = "flags.19")]
    send_photos: Option<()>,
    #[tl(flags_bit = "flags.20")]
    send_videos: Option<()>,
    #[tl(flags_bit = "flags.21")]
    send_roundvideos: Option<()>,
    #[tl(flags_bit = "flags.22")]
    send_audios: Option<()>,
    #[tl(flags_bit = "flags.23")]
    send_voices: Option<()>,
    #[tl(flags_bit = "flags.24")]
    send_docs: Option<()>,
    #[tl(flags_bit = "flags.25")]
    send_plain: Option<()>,
    #[tl(flags_bit = "flags.26")]
    edit_rank: Option<()>,
    #[tl(flags_bit = "flags.27")]
    send_reactions: Option<()>,
    #[tl(flags_bit = "flags.28")]
    manage_linked_peers: Option<()>,
    until_date: i32,
}
