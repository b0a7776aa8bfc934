//! Users.

use crate::api::owned::{enums, types};
use crate::sample::random::Random;

/// Somebody whom the client knows: a name, often a username, a photo, a status.
pub(crate) fn user(random: &mut Random) -> enums::User {
    let mut user = types::User::new(random.id());
    user.contact = random.chance(20);
    user.usernames = random.chance(10).then(|| vec![types::Username::new(word(random, 16))]);
    user.premium = random.chance(10);
    user.access_hash = Some(random.long());
    user.first_name = Some(text(random, 12));
    user.last_name = random.chance(60).then(|| text(random, 14));
    user.username = random.chance(60).then(|| word(random, 16));
    user.phone = user.contact.then(|| "79991234567".to_owned());
    user.photo = random.chance(80).then(|| Box::new(photo(random)));
    user.status = Some(status(random));
    user.into()
}

fn text(random: &mut Random, max: i32) -> String {
    let chars = random.int(3..max);
    random.text(chars)
}

fn word(random: &mut Random, max: i32) -> String {
    let chars = random.int(5..max);
    random.word(chars)
}

fn photo(random: &mut Random) -> enums::UserProfilePhoto {
    let mut photo = types::UserProfilePhoto::new(random.long(), random.int(1..6));
    photo.stripped_thumb = random.chance(50).then(|| random.bytes(60));
    photo.into()
}

/// What a user is up to.
pub(crate) fn status(random: &mut Random) -> enums::UserStatus {
    match random.int(0..3) {
        0 => types::UserStatusOnline { expires: random.date() }.into(),
        1 => types::UserStatusOffline { was_online: random.date() }.into(),
        _ => types::UserStatusRecently::new().into(),
    }
}
