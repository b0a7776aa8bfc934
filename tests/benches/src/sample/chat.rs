//! Channels and groups.

use crate::api::owned::{enums, types};
use crate::sample::random::Random;

/// A supergroup or a channel.
pub(crate) fn channel(random: &mut Random) -> enums::Chat {
    let mut photo = types::ChatPhoto::new(random.long(), random.int(1..6));
    photo.stripped_thumb = Some(random.bytes(60));
    let title_length = random.int(8..30);
    let mut channel =
        types::Channel::new(random.id(), random.text(title_length), photo.into(), random.date());
    channel.megagroup = random.chance(50);
    channel.broadcast = !channel.megagroup;
    channel.access_hash = Some(random.long());
    channel.username = random.chance(70).then(|| random.word(14));
    channel.participants_count = Some(random.int(10..100_000));
    channel.default_banned_rights = channel.megagroup.then(|| banned_rights(random));
    channel.admin_rights = random.chance(10).then(types::ChatAdminRights::default);
    channel.into()
}

fn banned_rights(random: &mut Random) -> types::ChatBannedRights {
    let mut rights = types::ChatBannedRights::new(i32::MAX);
    rights.change_info = true;
    rights.pin_messages = random.chance(50);
    rights.invite_users = random.chance(50);
    rights
}
