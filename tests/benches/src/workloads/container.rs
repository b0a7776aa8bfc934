//! What MTProto carries: answers to calls, still to be read by those who called.

use tl_runtime::{RawObject, Serializable};

use crate::api::other::types;
use crate::sample::random::Random;
use crate::sample::user;
use crate::workload::Workload;
use crate::{grammers, tl_proto};

pub(super) struct Container;

impl Workload for Container {
    const KEY: &'static str = "container";
    const TITLE: &'static str = "9 msg_container of 20 answers";

    type Owned = types::MsgContainer;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = crate::api::other_borrowed::types::MsgContainer<'a>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = crate::api::other_borrowed::types::MsgContainer<'a>;
    type Grammers = grammers::container::MsgContainer;
    type TlProto<'a> = tl_proto::container::MsgContainer<'a>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        types::MsgContainer { messages: (0..20).map(|number| answer(random, number)).collect() }
    }
}

/// `rpc_result#f35c6d01 req_msg_id:long result:Object`: a few users, as `users.getUsers` answers.
fn answer(random: &mut Random, number: i32) -> types::Message {
    let mut body = 0xf35c_6d01_u32.to_le_bytes().to_vec();
    body.extend(random.long().to_le_bytes());
    let users: Vec<_> = (0..1 + number % 4).map(|_| user::user(random)).collect();
    users.serialize(&mut body).expect("a value that can be encoded");
    types::Message { msg_id: random.long(), seqno: 2 * number + 1, body: RawObject::new(body) }
}
