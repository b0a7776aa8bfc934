//! Functions of the invites page without options.

use super::base;
use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::invites::functions::{channels, contacts, messages};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = links();
    samples.extend(peers());
    samples.extend(channels());
    samples
}

fn links() -> Vec<Sample> {
    // One that needs the longer form of a string.
    let long = "h".repeat(300);
    vec![
        Sample::function(
            contacts::ResolveUsername { username: "durov".into() },
            Pack::boxed(0xf93c_cba3).string("durov"),
        ),
        Sample::function(
            messages::CheckChatInvite { hash: "abc".into() },
            Pack::boxed(0x3ead_b1bb).string("abc"),
        ),
        Sample::function(
            messages::ImportChatInvite { hash: long.clone() },
            Pack::boxed(0x6c50_051c).string(&long),
        ),
    ]
}

fn peers() -> Vec<Sample> {
    let ((peer, packed_peer), (admin_id, packed_user)) = (base::input_peer(), base::input_user());
    let packed = |id| Pack::boxed(id).then(&packed_peer);
    let link = || "l".to_owned();
    vec![
        Sample::function(
            messages::GetExportedChatInvite { peer: peer.clone(), link: link() },
            packed(0x7374_6f5c).string("l"),
        ),
        Sample::function(
            messages::DeleteRevokedExportedChatInvites { peer: peer.clone(), admin_id },
            packed(0x5698_7bd5).then(&packed_user),
        ),
        Sample::function(
            messages::DeleteExportedChatInvite { peer: peer.clone(), link: link() },
            packed(0xd464_a42b).string("l"),
        ),
        Sample::function(messages::GetAdminsWithInvites { peer }, packed(0x3920_e6ef)),
    ]
}

fn channels() -> Vec<Sample> {
    let (channel, packed_channel) = base::input_channel();
    let packed = |id| Pack::boxed(id).then(&packed_channel);
    let username = || "u".to_owned();
    let toggle = |enabled| channels::ToggleJoinRequest { channel: channel.clone(), enabled };
    vec![
        Sample::function(channels::JoinChannel { channel: channel.clone() }, packed(0x24b5_24c5)),
        Sample::function(
            channels::CheckUsername { channel: channel.clone(), username: username() },
            packed(0x10e6_bd2c).string("u"),
        ),
        Sample::function(
            channels::UpdateUsername { channel: channel.clone(), username: username() },
            packed(0x3514_b3de).string("u"),
        ),
        Sample::function(toggle(true), packed(0x4c29_85b6).boolean(true)),
        Sample::function(toggle(false), packed(0x4c29_85b6).boolean(false)),
    ]
}
