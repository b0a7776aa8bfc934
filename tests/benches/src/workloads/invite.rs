//! One small object: an invite to a chat, half of its options set.

use crate::api;
use crate::api::owned::types;
use crate::tl_proto::api::ExportedChatInvite;
use crate::workload::Workload;

pub(super) struct Invite;

impl Workload for Invite {
    const KEY: &'static str = "invite";
    const TITLE: &'static str = "1 chatInviteExported, half its options";

    type Owned = api::owned::enums::ExportedChatInvite;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = api::borrowed::enums::ExportedChatInvite<'a>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = api::unchecked::enums::ExportedChatInvite<'a>;
    type Grammers = grammers_tl_types::enums::ExportedChatInvite;
    type TlProto<'a> = ExportedChatInvite<'a>;

    fn value() -> Self::Owned {
        let link = "https://t.me/+AbCdEfGhIjKlMnOp".to_owned();
        let mut invite = types::ChatInviteExported::new(link, 777_000, 1_750_000_000);
        invite.permanent = true;
        invite.request_needed = true;
        invite.expire_date = Some(1_760_000_000);
        invite.usage_limit = Some(100);
        invite.usage = Some(17);
        invite.title = Some("Newcomers here".to_owned());
        invite.into()
    }
}
