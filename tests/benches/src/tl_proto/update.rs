//! What servers send.

use tl_proto::{TlRead, TlWrite};

use crate::tl_proto::chat::Chat;
use crate::tl_proto::message::{Message, Peer};
use crate::tl_proto::user::{User, UserStatus};
use crate::tl_proto::{Unused, Vector};

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Updates<'tl> {
    #[tl(id = 0xe317_af7e)]
    TooLong,
    #[tl(id = 0x78d4_dec1)]
    Short { update: Update<'tl>, date: i32 },
    #[tl(id = 0x74ae_4240)]
    Many {
        updates: Vector<Update<'tl>>,
        users: Vector<User<'tl>>,
        chats: Vector<Chat<'tl>>,
        date: i32,
        seq: i32,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Update<'tl> {
    #[tl(id = 0x1f2b_0afd)]
    NewMessage { message: Message<'tl>, pts: i32, pts_count: i32 },
    #[tl(id = 0x4e90_bfd6)]
    MessageId { id: i32, random_id: i64 },
    #[tl(id = 0xa20d_b0e5)]
    DeleteMessages { messages: Vector<i32>, pts: i32, pts_count: i32 },
    #[tl(id = 0x2a17_bf5c)]
    UserTyping {
        #[tl(flags)]
        flags: (),
        user_id: i64,
        #[tl(flags_bit = "flags.0")]
        top_msg_id: Option<i32>,
        action: SendMessageAction,
    },
    #[tl(id = 0xe5bd_f8de)]
    UserStatus { user_id: i64, status: UserStatus },
    #[tl(id = 0x9e84_bc99)]
    ReadHistoryInbox {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        folder_id: Option<i32>,
        peer: Peer,
        #[tl(flags_bit = "flags.1")]
        top_msg_id: Option<i32>,
        max_id: i32,
        still_unread_count: i32,
        pts: i32,
        pts_count: i32,
    },
    #[tl(id = 0x2f2f_21bf)]
    ReadHistoryOutbox { peer: Peer, max_id: i32, pts: i32, pts_count: i32 },
    #[tl(id = 0x922e_6e10)]
    ReadChannelInbox {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        folder_id: Option<i32>,
        channel_id: i64,
        max_id: i32,
        still_unread_count: i32,
        pts: i32,
    },
    #[tl(id = 0xb75f_99a9)]
    ReadChannelOutbox { channel_id: i64, max_id: i32 },
    #[tl(id = 0xf226_ac08)]
    ChannelMessageViews { channel_id: i64, id: i32, views: i32 },
    #[tl(id = 0xc32d_5b12)]
    DeleteChannelMessages { channel_id: i64, messages: Vector<i32>, pts: i32, pts_count: i32 },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum SendMessageAction {
    #[tl(id = 0x16bf_744e)]
    Typing,
    #[tl(id = 0xfd5e_c8f5)]
    Cancel,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum MessagesMessages<'tl> {
    #[tl(id = 0x1d73_e7ea)]
    Messages {
        messages: Vector<Message<'tl>>,
        topics: Vector<Unused>,
        chats: Vector<Chat<'tl>>,
        users: Vector<User<'tl>>,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum UploadFile<'tl> {
    #[tl(id = 0x096a_18d5)]
    File { kind: StorageFileType, mtime: i32, bytes: &'tl [u8] },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum StorageFileType {
    #[tl(id = 0x007e_fe0e)]
    Jpeg,
    #[tl(id = 0x0a4f_63c0)]
    Png,
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum ExportedChatInvite<'tl> {
    #[tl(id = 0xa22c_bd96)]
    Exported(InviteFields<'tl>),
    #[tl(id = 0xed10_7ab7)]
    PublicJoinRequests,
}

#[derive(TlRead, TlWrite)]
pub(crate) struct InviteFields<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.0")]
    revoked: Option<()>,
    #[tl(flags_bit = "flags.5")]
    permanent: Option<()>,
    #[tl(flags_bit = "flags.6")]
    request_needed: Option<()>,
    link: &'tl [u8],
    admin_id: i64,
    date: i32,
    #[tl(flags_bit = "flags.4")]
    start_date: Option<i32>,
    #[tl(flags_bit = "flags.1")]
    expire_date: Option<i32>,
    #[tl(flags_bit = "flags.2")]
    usage_limit: Option<i32>,
    #[tl(flags_bit = "flags.3")]
    usage: Option<i32>,
    #[tl(flags_bit = "flags.7")]
    requested: Option<i32>,
    #[tl(flags_bit = "flags.10")]
    subscription_expired: Option<i32>,
    #[tl(flags_bit = "flags.8")]
    title: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.9")]
    subscription_pricing: Option<Unused>,
}
