//! `User` and what it holds.

use tl_proto::{TlRead, TlWrite};

use crate::tl_proto::{Unused, Vector};

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum User<'tl> {
    #[tl(id = 0xd3bc_4b7a)]
    Empty { id: i64 },
    #[tl(id = 0xb1b8_cc83)]
    User(UserFields<'tl>),
}

#[derive(TlRead, TlWrite)]
pub(crate) struct UserFields<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.10")]
    self_: Option<()>,
    #[tl(flags_bit = "flags.11")]
    contact: Option<()>,
    #[tl(flags_bit = "flags.12")]
    mutual_contact: Option<()>,
    #[tl(flags_bit = "flags.13")]
    deleted: Option<()>,
    #[tl(flags_bit = "flags.14")]
    bot: Option<()>,
    #[tl(flags_bit = "flags.15")]
    bot_chat_history: Option<()>,
    #[tl(flags_bit = "flags.16")]
    bot_nochats: Option<()>,
    #[tl(flags_bit = "flags.17")]
    verified: Option<()>,
    #[tl(flags_bit = "flags.18")]
    restricted: Option<()>,
    #[tl(flags_bit = "flags.20")]
    min: Option<()>,
    #[tl(flags_bit = "flags.21")]
    bot_inline_geo: Option<()>,
    #[tl(flags_bit = "flags.23")]
    support: Option<()>,
    #[tl(flags_bit = "flags.24")]
    scam: Option<()>,
    #[tl(flags_bit = "flags.25")]
    apply_min_photo: Option<()>,
    #[tl(flags_bit = "flags.26")]
    fake: Option<()>,
    #[tl(flags_bit = "flags.27")]
    bot_attach_menu: Option<()>,
    #[tl(flags_bit = "flags.28")]
    premium: Option<()>,
    #[tl(flags_bit = "flags.29")]
    attach_menu_enabled: Option<()>,
    #[tl(flags)]
    flags2: (),
    #[tl(flags_bit = "flags2.1")]
    bot_can_edit: Option<()>,
    #[tl(flags_bit = "flags2.2")]
    close_friend: Option<()>,
    #[tl(flags_bit = "flags2.3")]
    stories_hidden: Option<()>,
    #[tl(flags_bit = "flags2.4")]
    stories_unavailable: Option<()>,
    #[tl(flags_bit = "flags2.10")]
    contact_require_premium: Option<()>,
    #[tl(flags_bit = "flags2.11")]
    bot_business: Option<()>,
    #[tl(flags_bit = "flags2.13")]
    bot_has_main_app: Option<()>,
    #[tl(flags_bit = "flags2.16")]
    bot_forum_view: Option<()>,
    #[tl(flags_bit = "flags2.17")]
    bot_forum_can_manage_topics: Option<()>,
    #[tl(flags_bit = "flags2.18")]
    bot_can_manage_bots: Option<()>,
    #[tl(flags_bit = "flags2.19")]
    bot_guestchat: Option<()>,
    #[tl(flags_bit = "flags2.20")]
    bot_guard: Option<()>,
    id: i64,
    #[tl(flags_bit = "flags.0")]
    access_hash: Option<i64>,
    #[tl(flags_bit = "flags.1")]
    first_name: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.2")]
    last_name: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.3")]
    username: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.4")]
    phone: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.5")]
    photo: Option<UserProfilePhoto<'tl>>,
    #[tl(flags_bit = "flags.6")]
    status: Option<UserStatus>,
    #[tl(flags_bit = "flags.14")]
    bot_info_version: Option<i32>,
    #[tl(flags_bit = "flags.18")]
    restriction_reason: Option<Vector<Unused>>,
    #[tl(flags_bit = "flags.19")]
    bot_inline_placeholder: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.22")]
    lang_code: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.30")]
    emoji_status: Option<Unused>,
    #[tl(flags_bit = "flags2.0")]
    usernames: Option<Vector<Username<'tl>>>,
    #[tl(flags_bit = "flags2.5")]
    stories_max_id: Option<Unused>,
    #[tl(flags_bit = "flags2.8")]
    color: Option<Unused>,
    #[tl(flags_bit = "flags2.9")]
    profile_color: Option<Unused>,
    #[tl(flags_bit = "flags2.12")]
    bot_active_users: Option<i32>,
    #[tl(flags_bit = "flags2.14")]
    bot_verification_icon: Option<i64>,
    #[tl(flags_bit = "flags2.15")]
    send_paid_messages_stars: Option<i64>,
    #[tl(flags_bit = "flags2.21")]
    linked_community_id: Option<i64>,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum UserProfilePhoto<'tl> {
    #[tl(id = 0x4f11_bae1)]
    Empty,
    #[tl(id = 0x82d1_f706)]
    Photo {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        has_video: Option<()>,
        #[tl(flags_bit = "flags.2")]
        personal: Option<()>,
        photo_id: i64,
        #[tl(flags_bit = "flags.1")]
        stripped_thumb: Option<&'tl [u8]>,
        dc_id: i32,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum UserStatus {
    #[tl(id = 0x09d0_5049)]
    Empty,
    #[tl(id = 0xedb9_3949)]
    Online { expires: i32 },
    #[tl(id = 0x008c_703f)]
    Offline { was_online: i32 },
    #[tl(id = 0x7b19_7dc8)]
    Recently {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        by_me: Option<()>,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0xb407_3647)]
pub(crate) struct Username<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    editable: Option<()>,
    #[tl(flags_bit = "flags.1")]
    active: Option<()>,
    #[tl(flags_bit = "flags.2")]
    deletable: Option<()>,
    #[tl(flags_bit = "flags.3")]
    expired: Option<()>,
    username: &'tl [u8],
}
