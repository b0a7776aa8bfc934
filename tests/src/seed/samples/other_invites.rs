//! Importers, admins, and the updates and actions around invites.

use super::{base, invites};
use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::invites::types::{ChatAdminWithInvites, ChatInviteImporter};
use crate::seed::invites::{enums, types};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = importers();
    samples.extend(admins());
    samples.extend(updates());
    samples.extend(actions());
    samples
}

fn importers() -> Vec<Sample> {
    let none = || ChatInviteImporter::new(1, 2);
    let all = || ChatInviteImporter {
        requested: true,
        via_chatlist: true,
        about: Some("a".into()),
        approved_by: Some(9),
        ..none()
    };
    let mixed = ChatInviteImporter { via_chatlist: true, approved_by: Some(-9), ..none() };
    let start = |bits: &[u32]| Pack::boxed(0x8c5a_dfd9).flags(bits).long(1).int(2);
    let packed_all = || start(&[0, 1, 2, 3]).string("a").long(9);
    let list = types::messages::ChatInviteImporters {
        count: 2,
        importers: vec![none(), all()],
        users: vec![base::nobody().0],
    };
    let packed_list = Pack::boxed(0x81b6_b00a)
        .int(2)
        .vector(&[start(&[]), packed_all()], Pack::then)
        .vector(&[base::nobody().1], Pack::then);
    vec![
        Sample::constructor::<enums::ChatInviteImporter, _>(none(), start(&[])),
        Sample::constructor::<enums::ChatInviteImporter, _>(all(), packed_all()),
        Sample::constructor::<enums::ChatInviteImporter, _>(mixed, start(&[1, 3]).long(-9)),
        Sample::constructor::<enums::messages::ChatInviteImporters, _>(list, packed_list),
    ]
}

fn admins() -> [Sample; 2] {
    let admin = ChatAdminWithInvites { admin_id: 1, invites_count: 2, revoked_invites_count: 3 };
    let packed = Pack::boxed(0xf2ec_ef23).long(1).int(2).int(3);
    let admins =
        types::messages::ChatAdminsWithInvites { admins: vec![admin.clone()], users: vec![base::nobody().0] };
    let packed_admins = Pack::boxed(0xb69b_72d7)
        .vector(std::slice::from_ref(&packed), Pack::then)
        .vector(&[base::nobody().1], Pack::then);
    [
        Sample::constructor::<enums::ChatAdminWithInvites, _>(admin, packed),
        Sample::constructor::<enums::messages::ChatAdminsWithInvites, _>(admins, packed_admins),
    ]
}

fn updates() -> [Sample; 2] {
    let (peer, packed_peer) = base::peer();
    let pending = types::UpdatePendingJoinRequests {
        peer: peer.clone(),
        requests_pending: 3,
        recent_requesters: vec![1, -1],
    };
    let requester = types::UpdateBotChatInviteRequester {
        peer,
        date: 1,
        user_id: 2,
        about: "about".into(),
        invite: invites::none(),
        qts: 4,
    };
    let packed_pending =
        Pack::boxed(0x7063_c3db).then(&packed_peer).int(3).vector(&[1, -1], |pack, id| pack.long(*id));
    let start = Pack::boxed(0x11df_a986).then(&packed_peer).int(1).long(2).string("about");
    [
        Sample::constructor::<enums::Update, _>(pending, packed_pending),
        Sample::constructor::<enums::Update, _>(requester, start.then(&invites::packed_none()).int(4)),
    ]
}

fn actions() -> [Sample; 2] {
    let join =
        types::ChannelAdminLogEventActionParticipantJoinByRequest { invite: invites::none(), approved_by: 6 };
    let packed = Pack::boxed(0xafb6_144a).then(&invites::packed_none()).long(6);
    [
        Sample::constructor::<enums::MessageAction, _>(
            types::MessageActionChatJoinedByRequest,
            Pack::boxed(0xebbc_a3cb),
        ),
        Sample::constructor::<enums::ChannelAdminLogEventAction, _>(join, packed),
    ]
}
