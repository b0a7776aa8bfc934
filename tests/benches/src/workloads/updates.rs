//! The traffic of a client: what comes after a minute without a connection.

use crate::api::owned::types;
use crate::sample::random::Random;
use crate::sample::{chat, update, user};
use crate::workload::Workload;
use crate::{api, tl_proto};

pub(super) struct Updates;

impl Workload for Updates {
    const KEY: &'static str = "updates";
    const TITLE: &'static str = "2 updates: 100 messages, 100 users, 20 chats";

    type Owned = api::owned::enums::Updates;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = api::borrowed::enums::Updates<'a>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = api::unchecked::enums::Updates<'a>;
    type Grammers = grammers_tl_types::enums::Updates;
    type TlProto<'a> = tl_proto::api::Updates<'a>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        let updates = types::Updates {
            updates: (0..100).map(|_| update::new_message(random)).collect(),
            users: (0..100).map(|_| user::user(random)).collect(),
            chats: (0..20).map(|_| chat::channel(random)).collect(),
            date: random.date(),
            seq: 1,
        };
        updates.into()
    }
}
