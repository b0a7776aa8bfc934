//! Messages.

use crate::api::owned::{enums, types};
use crate::sample::media;
use crate::sample::random::Random;

/// A message in a group: a line or two of text, sometimes an answer, marked up or forwarded.
pub(crate) fn message(random: &mut Random) -> types::Message {
    let length = random.int(20..220);
    let mut message =
        types::Message::new(random.int(1..1_000_000), channel(random), random.date(), random.text(length));
    message.from_id = random.chance(80).then(|| user(random));
    message.reply_to = random.chance(30).then(|| reply(random));
    message.fwd_from = random.chance(8).then(|| Box::new(forwarded(random)));
    message.entities = random.chance(30).then(|| entities(random, length));
    message.reactions = random.chance(15).then(|| Box::new(reactions(random)));
    message.edit_date = random.chance(10).then(|| random.date());
    if message.from_id.is_none() {
        message.post = true;
        message.views = Some(random.int(1..100_000));
        message.forwards = Some(random.int(1..1_000));
    }
    message
}

/// A message with a photo, a video or a page of the web.
pub(crate) fn with_media(random: &mut Random) -> types::Message {
    let mut message = message(random);
    let media = match random.int(0..3) {
        0 => media::photo_message(random),
        1 => media::video_message(random),
        _ => media::page_message(random),
    };
    message.media = Some(Box::new(media));
    message
}

fn channel(random: &mut Random) -> enums::Peer {
    types::PeerChannel { channel_id: random.id() }.into()
}

/// A user.
pub(crate) fn user(random: &mut Random) -> enums::Peer {
    types::PeerUser { user_id: random.id() }.into()
}

fn reply(random: &mut Random) -> enums::MessageReplyHeader {
    let mut header = types::MessageReplyHeader::new();
    header.reply_to_msg_id = Some(random.int(1..1_000_000));
    header.reply_to_top_id = random.chance(20).then(|| random.int(1..1_000_000));
    header.quote_text = random.chance(10).then(|| random.text(30));
    header.into()
}

fn forwarded(random: &mut Random) -> types::MessageFwdHeader {
    let mut header = types::MessageFwdHeader::new(random.date());
    header.from_id = Some(channel(random));
    header.channel_post = Some(random.int(1..100_000));
    header
}

fn entities(random: &mut Random, length: i32) -> Vec<enums::MessageEntity> {
    let count = random.int(1..4);
    let entity = |random: &mut Random| {
        let (offset, length) = (random.int(0..length - 5), 5);
        match random.int(0..4) {
            0 => types::MessageEntityUrl { offset, length }.into(),
            1 => types::MessageEntityMention { offset, length }.into(),
            2 => types::MessageEntityTextUrl { offset, length, url: link(random) }.into(),
            _ => types::MessageEntityBold { offset, length }.into(),
        }
    };
    (0..count).map(|_| entity(random)).collect()
}

/// The address of some page.
pub(crate) fn link(random: &mut Random) -> String {
    format!("https://{}.org/{}", random.word(8), random.word(12))
}

fn reactions(random: &mut Random) -> types::MessageReactions {
    let emoji = |emoticon: &str| types::ReactionEmoji { emoticon: emoticon.to_owned() }.into();
    let results =
        ["👍", "❤", "🔥"].map(|emoticon| types::ReactionCount::new(emoji(emoticon), random.int(1..99)));
    types::MessageReactions::new(results.into())
}
