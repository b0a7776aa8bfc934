//! Values of the types that the pages do not define, each with its bytes.

use crate::pack::Pack;
use crate::seed::updates::{enums, types};

/// A user without a name.
pub(super) fn nobody() -> (enums::User, Pack) {
    (types::UserEmpty { id: 5 }.into(), Pack::boxed(0xd3bc_4b7a).long(5))
}

/// A chat as the other side of something.
pub(super) fn peer() -> (enums::Peer, Pack) {
    (types::PeerChat { chat_id: 77 }.into(), Pack::boxed(0x36c6_019a).long(77))
}

/// A chat as the subject of a call.
pub(super) fn input_peer() -> (enums::InputPeer, Pack) {
    (types::InputPeerChat { chat_id: 77 }.into(), Pack::boxed(0x35a9_5cb9).long(77))
}

/// Somebody as the subject of a call.
pub(super) fn input_user() -> (enums::InputUser, Pack) {
    let user = types::InputUser { user_id: 8, access_hash: -8 };
    (user.into(), Pack::boxed(0xf211_58c6).long(8).long(-8))
}

/// A channel as the subject of a call.
pub(super) fn input_channel() -> (enums::InputChannel, Pack) {
    let channel = types::InputChannel { channel_id: 3, access_hash: i64::MIN };
    (channel.into(), Pack::boxed(0xf35a_ec28).long(3).long(i64::MIN))
}

/// A picture.
pub(super) fn photo() -> (enums::ChatPhoto, Pack) {
    let photo = types::ChatPhoto {
        has_video: true,
        photo_id: 4,
        stripped_thumb: Some(vec![1, 0x28].into()),
        dc_id: 2,
    };
    (photo.into(), Pack::boxed(0x1c6e_1c11).flags(&[0, 1]).long(4).bytes(&[1, 0x28]).int(2))
}
