//! The short forms of `Updates`: messages with many options.

use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::updates::{enums, types};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = messages();
    samples.extend(chat_messages());
    samples.extend(sent());
    samples
}

fn forward() -> types::MessageFwdHeader {
    types::MessageFwdHeader { imported: false, from_name: Some("F".into()), date: 1 }
}

fn entities() -> Vec<enums::MessageEntity> {
    vec![
        types::MessageEntityBold { offset: 0, length: 2 }.into(),
        types::MessageEntityTextUrl { offset: 1, length: 1, url: "u".into() }.into(),
    ]
}

fn packed_forward(pack: Pack) -> Pack {
    pack.nat(0x5f77_7dce).flags(&[5]).string("F").int(1)
}

fn packed_reply(pack: Pack) -> Pack {
    pack.nat(0xa6d5_7763).flags(&[4]).int(8)
}

fn packed_entities(pack: Pack) -> Pack {
    let pack = pack.nat(Pack::VECTOR).nat(2).nat(0xbd61_0bc9).int(0).int(2);
    pack.nat(0x76a6_d327).int(1).int(1).string("u")
}

fn messages() -> Vec<Sample> {
    let none = || types::UpdateShortMessage::new(1, 2, "m".into(), 3, 4, 5);
    let mixed = types::UpdateShortMessage { silent: true, via_bot_id: Some(7), ..none() };
    let all = types::UpdateShortMessage {
        out: true,
        mentioned: true,
        media_unread: true,
        silent: true,
        fwd_from: Some(forward()),
        via_bot_id: Some(7),
        reply_to: Some(types::MessageReplyHeader { reply_to_msg_id: Some(8) }),
        entities: Some(entities()),
        ttl_period: Some(9),
        ..none()
    };
    let start =
        |bits: &[u32]| Pack::boxed(0x313b_c7f8).flags(bits).int(1).long(2).string("m").int(3).int(4).int(5);
    let packed_all = packed_forward(start(&[1, 2, 3, 4, 5, 7, 11, 13, 25]));
    let packed_all = packed_entities(packed_reply(packed_all.long(7))).int(9);
    vec![
        Sample::constructor::<enums::Updates, _>(none(), start(&[])),
        Sample::constructor::<enums::Updates, _>(mixed, start(&[11, 13]).long(7)),
        Sample::constructor::<enums::Updates, _>(all, packed_all),
    ]
}

fn chat_messages() -> Vec<Sample> {
    let none = || types::UpdateShortChatMessage::new(1, 2, 3, String::new(), 4, 5, 6);
    let mixed = types::UpdateShortChatMessage { out: true, entities: Some(vec![]), ..none() };
    let all = types::UpdateShortChatMessage {
        out: true,
        mentioned: true,
        media_unread: true,
        silent: true,
        fwd_from: Some(forward()),
        via_bot_id: Some(7),
        reply_to: Some(types::MessageReplyHeader { reply_to_msg_id: Some(8) }),
        entities: Some(entities()),
        ttl_period: Some(i32::MIN),
        ..none()
    };
    let start = |bits: &[u32]| {
        Pack::boxed(0x4d6d_eea5).flags(bits).int(1).long(2).long(3).string("").int(4).int(5).int(6)
    };
    let packed_all = packed_forward(start(&[1, 2, 3, 4, 5, 7, 11, 13, 25]));
    let packed_all = packed_entities(packed_reply(packed_all.long(7))).int(i32::MIN);
    vec![
        Sample::constructor::<enums::Updates, _>(none(), start(&[])),
        Sample::constructor::<enums::Updates, _>(mixed, start(&[1, 7]).nat(Pack::VECTOR).nat(0)),
        Sample::constructor::<enums::Updates, _>(all, packed_all),
    ]
}

fn sent() -> Vec<Sample> {
    let none = || types::UpdateShortSentMessage::new(1, 2, 3, 4);
    let media = || Some(enums::MessageMedia::Empty);
    let mixed = types::UpdateShortSentMessage { media: media(), ..none() };
    let all = types::UpdateShortSentMessage {
        out: true,
        media: media(),
        entities: Some(entities()),
        ttl_period: Some(0),
        ..none()
    };
    let start = |bits: &[u32]| Pack::boxed(0x9015_e101).flags(bits).int(1).int(2).int(3).int(4);
    let packed_all = packed_entities(start(&[1, 7, 9, 25]).nat(0x3ded_6320)).int(0);
    vec![
        Sample::constructor::<enums::Updates, _>(none(), start(&[])),
        Sample::constructor::<enums::Updates, _>(mixed, start(&[9]).nat(0x3ded_6320)),
        Sample::constructor::<enums::Updates, _>(all, packed_all),
    ]
}
