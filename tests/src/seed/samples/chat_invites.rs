//! The boxed type `ChatInvite`, and `peerSettings`, whose title and date share a bit.

use super::{base, channel};
use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::invites::{enums, types};
use crate::seed::updates::types as other;

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = invites();
    samples.extend(peer_settings());
    samples.extend(around_chat());
    samples
}

fn around_chat() -> [Sample; 3] {
    let already = types::ChatInviteAlready { chat: channel::none() };
    let peek = types::ChatInvitePeek { chat: channel::none(), expires: 60 };
    let resolved = types::contacts::ResolvedPeer {
        peer: base::peer().0,
        chats: vec![channel::none(), channel::none()],
        users: vec![base::nobody().0],
    };
    let packed = Pack::boxed(0x7f07_7ad9)
        .then(&base::peer().1)
        .vector(&[(), ()], |pack, ()| pack.then(&channel::packed_none()))
        .vector(&[()], |pack, ()| pack.then(&base::nobody().1));
    [
        Sample::constructor::<enums::ChatInvite, _>(
            already,
            Pack::boxed(0x5a68_6d7c).then(&channel::packed_none()),
        ),
        Sample::constructor::<enums::ChatInvite, _>(
            peek,
            Pack::boxed(0x6169_5cb0).then(&channel::packed_none()).int(60),
        ),
        Sample::constructor::<enums::contacts::ResolvedPeer, _>(resolved, packed),
    ]
}

fn invites() -> Vec<Sample> {
    let none = || types::ChatInvite::new("T".into(), other::PhotoEmpty { id: 7 }, 3, 1);
    let mixed = types::ChatInvite { broadcast: true, fake: true, about: Some("a".into()), ..none() };
    let all = types::ChatInvite {
        channel: true,
        broadcast: true,
        public: true,
        megagroup: true,
        request_needed: true,
        verified: true,
        scam: true,
        fake: true,
        about: Some(String::new()),
        participants: Some(vec![base::nobody().0]),
        ..none()
    };
    let photo = |pack: Pack| pack.nat(0x2331_b22d).long(7).int(3);
    let id = 0xcde0_ec40;
    let packed_all = Pack::boxed(id).flags(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).string("T").string("");
    let users = |pack: Pack| pack.vector(&[()], |pack, ()| pack.then(&base::nobody().1));
    vec![
        Sample::constructor::<enums::ChatInvite, _>(
            none(),
            photo(Pack::boxed(id).flags(&[]).string("T")).int(1),
        ),
        Sample::constructor::<enums::ChatInvite, _>(
            mixed,
            photo(Pack::boxed(id).flags(&[1, 5, 9]).string("T").string("a")).int(1),
        ),
        Sample::constructor::<enums::ChatInvite, _>(all, users(photo(packed_all)).int(1)),
    ]
}

fn peer_settings() -> Vec<Sample> {
    let all = types::PeerSettings {
        report_spam: true,
        add_contact: true,
        block_contact: true,
        share_contact: true,
        need_contacts_exception: true,
        report_geo: true,
        autoarchived: true,
        invite_members: true,
        request_chat_broadcast: true,
        geo_distance: Some(1),
        request_chat_title: Some("t".into()),
        request_chat_date: Some(2),
    };
    let mixed = types::PeerSettings { autoarchived: true, geo_distance: Some(-1), ..Default::default() };
    let every: Vec<u32> = (0..=10).collect();
    let packed = |bits: &[u32]| Pack::boxed(0xa518_110d).flags(bits);
    vec![
        Sample::constructor::<enums::PeerSettings, _>(types::PeerSettings::new(), packed(&[])),
        Sample::constructor::<enums::PeerSettings, _>(mixed, packed(&[6, 7]).int(-1)),
        Sample::constructor::<enums::PeerSettings, _>(all, packed(&every).int(1).string("t").int(2)),
    ]
}
