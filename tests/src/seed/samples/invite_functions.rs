//! Functions of the invites page that have options.

use super::base;
use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::invites::functions::messages;

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = export();
    samples.extend(list());
    samples.extend(edit());
    samples.extend(importers());
    samples.extend(join_requests());
    samples
}

fn export() -> Vec<Sample> {
    let (peer, packed_peer) = base::input_peer();
    let none = || messages::ExportChatInvite::new(peer.clone());
    let all = messages::ExportChatInvite {
        legacy_revoke_permanent: true,
        request_needed: true,
        expire_date: Some(1),
        usage_limit: Some(2),
        title: Some("t".into()),
        ..none()
    };
    let mixed = messages::ExportChatInvite { request_needed: true, usage_limit: Some(5), ..none() };
    let start = |bits: &[u32]| Pack::boxed(0xa02c_e5d5).flags(bits).then(&packed_peer);
    vec![
        Sample::function(none(), start(&[])),
        Sample::function(all, start(&[0, 1, 2, 3, 4]).int(1).int(2).string("t")),
        Sample::function(mixed, start(&[1, 3]).int(5)),
    ]
}

fn list() -> Vec<Sample> {
    let ((peer, packed_peer), (user, packed_user)) = (base::input_peer(), base::input_user());
    let none = || messages::GetExportedChatInvites::new(peer.clone(), user.clone(), 100);
    let offset_link = Some("l".to_owned());
    let mixed = messages::GetExportedChatInvites { revoked: true, ..none() };
    let all = messages::GetExportedChatInvites { revoked: true, offset_date: Some(6), offset_link, ..none() };
    let start = |bits: &[u32]| Pack::boxed(0xa2b5_a3f6).flags(bits).then(&packed_peer).then(&packed_user);
    vec![
        Sample::function(none(), start(&[]).int(100)),
        Sample::function(mixed, start(&[3]).int(100)),
        Sample::function(all, start(&[2, 3]).int(6).string("l").int(100)),
    ]
}

/// `request_needed:flags.3?Bool` is there or not, and true or false.
fn edit() -> Vec<Sample> {
    let (peer, packed_peer) = base::input_peer();
    let none = || messages::EditExportedChatInvite::new(peer.clone(), "l".into());
    let mixed = messages::EditExportedChatInvite { request_needed: Some(false), ..none() };
    let all = messages::EditExportedChatInvite {
        revoked: true,
        expire_date: Some(1),
        usage_limit: Some(2),
        request_needed: Some(true),
        title: Some("t".into()),
        ..none()
    };
    let start = |bits: &[u32]| Pack::boxed(0xbdca_2f75).flags(bits).then(&packed_peer).string("l");
    vec![
        Sample::function(none(), start(&[])),
        Sample::function(mixed, start(&[3]).boolean(false)),
        Sample::function(all, start(&[0, 1, 2, 3, 4]).int(1).int(2).boolean(true).string("t")),
    ]
}

fn importers() -> Vec<Sample> {
    let ((peer, packed_peer), (user, packed_user)) = (base::input_peer(), base::input_user());
    let none = || messages::GetChatInviteImporters::new(peer.clone(), 1, user.clone(), 2);
    let mixed = messages::GetChatInviteImporters { q: Some("q".into()), ..none() };
    let all = messages::GetChatInviteImporters {
        requested: true,
        link: Some("link".into()),
        q: Some(String::new()),
        ..none()
    };
    let start = |bits: &[u32]| Pack::boxed(0xdf04_dd4e).flags(bits).then(&packed_peer);
    let end = |pack: Pack| pack.int(1).then(&packed_user).int(2);
    vec![
        Sample::function(none(), end(start(&[]))),
        Sample::function(mixed, end(start(&[2]).string("q"))),
        Sample::function(all, end(start(&[0, 1, 2]).string("link").string(""))),
    ]
}

fn join_requests() -> Vec<Sample> {
    let ((peer, packed_peer), (user_id, packed_user)) = (base::input_peer(), base::input_user());
    let one =
        |approved| messages::HideChatJoinRequest { approved, peer: peer.clone(), user_id: user_id.clone() };
    let all = |approved, link| messages::HideAllChatJoinRequests { approved, peer: peer.clone(), link };
    let packed_one =
        |bits: &[u32]| Pack::boxed(0x7fe7_e815).flags(bits).then(&packed_peer).then(&packed_user);
    let packed_all = |bits: &[u32]| Pack::boxed(0xe085_f4ea).flags(bits).then(&packed_peer);
    vec![
        Sample::function(one(false), packed_one(&[])),
        Sample::function(one(true), packed_one(&[0])),
        Sample::function(all(false, None), packed_all(&[])),
        Sample::function(all(true, None), packed_all(&[0])),
        Sample::function(all(true, Some("l".into())), packed_all(&[0, 1]).string("l")),
    ]
}
