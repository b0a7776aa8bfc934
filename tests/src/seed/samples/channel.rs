//! `channel`: two masks, and a bit that two fields share.

use super::base;
use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::invites::{enums, types::Channel};
use crate::seed::updates::types as other;

const ID: u32 = 0x0aad_fc8f;

pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample::constructor::<enums::Chat, _>(none(), packed_none()),
        Sample::constructor::<enums::Chat, _>(all(), packed_all()),
        Sample::constructor::<enums::Chat, _>(mixed(), packed_mixed()),
        Sample::constructor::<enums::Chat, _>(second_mask(), packed_second_mask()),
    ]
}

/// The channel without options that other samples contain.
pub(super) fn none() -> Channel {
    Channel::new(1, "C".into(), other::ChatPhoto::new(4, 2).into(), 1_600_000_000)
}

pub(super) fn packed_none() -> Pack {
    let start = Pack::boxed(ID).flags(&[]).flags(&[]).long(1).string("C");
    start.nat(0x1c6e_1c11).flags(&[]).long(4).int(2).int(1_600_000_000)
}

fn mixed() -> Channel {
    Channel {
        megagroup: true,
        forum: true,
        stories_unavailable: true,
        username: Some("rust".into()),
        participants_count: Some(-1),
        color: Some(other::PeerColor { color: Some(6), background_emoji_id: None }),
        ..none()
    }
}

fn packed_mixed() -> Pack {
    let start = Pack::boxed(ID).flags(&[8, 30, 6, 17]).flags(&[3, 7]).long(1).string("C").string("rust");
    let photo = start.nat(0x1c6e_1c11).flags(&[]).long(4).int(2).int(1_600_000_000);
    photo.int(-1).nat(0xb54b_5acf).flags(&[0]).int(6)
}

/// The first mask is empty, the second has its first bit and the last ones.
fn second_mask() -> Channel {
    Channel {
        usernames: Some(vec![]),
        emoji_status: Some(other::EmojiStatus { document_id: 9 }.into()),
        level: Some(3),
        ..none()
    }
}

fn packed_second_mask() -> Pack {
    let start = Pack::boxed(ID).flags(&[]).flags(&[0, 9, 10]).long(1).string("C");
    let photo = start.nat(0x1c6e_1c11).flags(&[]).long(4).int(2).int(1_600_000_000);
    photo.nat(Pack::VECTOR).nat(0).nat(0x929b_619d).long(9).int(3)
}

fn all() -> Channel {
    Channel {
        creator: true,
        left: true,
        broadcast: true,
        verified: true,
        megagroup: true,
        restricted: true,
        signatures: true,
        min: true,
        scam: true,
        has_link: true,
        has_geo: true,
        slowmode_enabled: true,
        call_active: true,
        call_not_empty: true,
        fake: true,
        gigagroup: true,
        noforwards: true,
        join_to_send: true,
        join_request: true,
        forum: true,
        stories_hidden: true,
        stories_hidden_min: true,
        stories_unavailable: true,
        id: i64::MAX,
        title: "Канал".into(),
        photo: base::photo().0,
        date: 1_700_000_000,
        ..all_values()
    }
}

/// All fields whose bit has a value.
fn all_values() -> Channel {
    let reason = |text: &str| other::RestrictionReason {
        platform: "all".into(),
        reason: "porn".into(),
        text: text.into(),
    };
    Channel {
        access_hash: Some(-2),
        username: Some("c".into()),
        restriction_reason: Some(vec![reason(""), reason("no")]),
        admin_rights: Some(other::ChatAdminRights { change_info: true, post_messages: false }),
        banned_rights: Some(other::ChatBannedRights { view_messages: true, until_date: 5 }),
        default_banned_rights: Some(other::ChatBannedRights { view_messages: false, until_date: i32::MAX }),
        participants_count: Some(0),
        usernames: Some(vec![other::Username { editable: false, active: true, username: "u".into() }]),
        stories_max_id: Some(12),
        color: Some(other::PeerColor { color: None, background_emoji_id: Some(1) }),
        profile_color: Some(other::PeerColor::default()),
        emoji_status: Some(other::EmojiStatus { document_id: 99 }.into()),
        level: Some(10),
        ..none()
    }
}

fn packed_all() -> Pack {
    let flags: Vec<u32> = (0..31).filter(|bit| ![1, 3, 4, 10, 16].contains(bit)).collect();
    let start = Pack::boxed(ID)
        .flags(&flags)
        .flags(&[0, 1, 2, 3, 4, 7, 8, 9, 10])
        .long(i64::MAX)
        .long(-2)
        .string("Канал")
        .string("c");
    let photo = start.then(&base::photo().1).int(1_700_000_000);
    let reasons = photo
        .vector(&["", "no"], |pack, text| pack.nat(0xd072_acb4).string("all").string("porn").string(text));
    let rights = reasons.nat(0x5fb2_24d5).flags(&[0]);
    let banned = rights.nat(0x9f12_0418).flags(&[0]).int(5);
    let default = banned.nat(0x9f12_0418).flags(&[]).int(i32::MAX);
    let names = default.int(0).nat(Pack::VECTOR).nat(1).nat(0xb407_3647).flags(&[1]).string("u");
    let colors = names.int(12).nat(0xb54b_5acf).flags(&[1]).long(1).nat(0xb54b_5acf).flags(&[]);
    colors.nat(0x929b_619d).long(99).int(10)
}
