//! Exported invites, alone and in lists.

use super::base;
use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::invites::types::ChatInviteExported;
use crate::seed::invites::{enums, types::messages};

const ID: u32 = 0x0ab4_a819;

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = exported();
    samples.extend(lists());
    samples
}

/// The invite without options that other samples contain.
pub(super) fn none() -> ChatInviteExported {
    ChatInviteExported::new("t.me/+x".into(), 10, 20)
}

pub(super) fn packed_none() -> Pack {
    Pack::boxed(ID).flags(&[]).string("t.me/+x").long(10).int(20)
}

fn exported() -> Vec<Sample> {
    let all = ChatInviteExported {
        revoked: true,
        permanent: true,
        request_needed: true,
        start_date: Some(4),
        expire_date: Some(1),
        usage_limit: Some(2),
        usage: Some(3),
        requested: Some(7),
        title: Some("title".into()),
        ..none()
    };
    let mixed = ChatInviteExported { permanent: true, usage: Some(0), title: Some(String::new()), ..none() };
    let one = ChatInviteExported { expire_date: Some(-1), ..none() };
    let start = |bits: &[u32]| Pack::boxed(ID).flags(bits).string("t.me/+x").long(10).int(20);
    let packed_all = start(&[0, 1, 2, 3, 4, 5, 6, 7, 8]).int(4).int(1).int(2).int(3).int(7).string("title");
    vec![
        Sample::constructor::<enums::ExportedChatInvite, _>(none(), packed_none()),
        Sample::constructor::<enums::ExportedChatInvite, _>(all, packed_all),
        Sample::constructor::<enums::ExportedChatInvite, _>(mixed, start(&[3, 5, 8]).int(0).string("")),
        Sample::constructor::<enums::ExportedChatInvite, _>(one, start(&[1]).int(-1)),
    ]
}

fn lists() -> [Sample; 4] {
    let users = || vec![base::nobody().0];
    let packed_users = |pack: Pack| pack.vector(&[()], |pack, ()| pack.then(&base::nobody().1));
    let one = messages::ExportedChatInvite { invite: none(), users: users() };
    let replaced =
        messages::ExportedChatInviteReplaced { invite: none(), new_invite: none(), users: users() };
    let list = messages::ExportedChatInvites { count: 9, invites: vec![none(), none()], users: users() };
    let empty = messages::ExportedChatInvites { count: 0, invites: vec![], users: vec![] };
    let (start, two) = (packed_none(), packed_none().then(&packed_none()));
    let listed = Pack::boxed(0xbdc6_2dcc).int(9).nat(Pack::VECTOR).nat(2).then(&two);
    let nothing = Pack::boxed(0xbdc6_2dcc).int(0).nat(Pack::VECTOR).nat(0).nat(Pack::VECTOR).nat(0);
    type Invite = enums::messages::ExportedChatInvite;
    type Invites = enums::messages::ExportedChatInvites;
    [
        Sample::constructor::<Invite, _>(one, packed_users(Pack::boxed(0x1871_be50).then(&start))),
        Sample::constructor::<Invite, _>(replaced, packed_users(Pack::boxed(0x2226_00ef).then(&two))),
        Sample::constructor::<Invites, _>(list, packed_users(listed)),
        Sample::constructor::<Invites, _>(empty, nothing),
    ]
}
