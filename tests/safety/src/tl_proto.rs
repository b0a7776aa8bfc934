//! What `tl-proto` makes of the inputs. It derives from structs, which its users write as here.
#![expect(dead_code, reason = "the derive wants a field for each mask, and never reads it")]

use tl_proto::{TlRead, TlWrite, deserialize, serialize};

use crate::input::{Input, LONG};
use crate::outcome::Outcome;

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x7d74_8d04)]
struct DataJson<'tl> {
    data: &'tl [u8],
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
enum RichText {
    #[tl(id = 0xdc3d_824f)]
    Empty,
    #[tl(id = 0x6724_abc4)]
    Bold { text: Box<RichText> },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x1cb5_c415)]
struct Vector<T> {
    items: Vec<T>,
}

#[derive(TlRead, TlWrite, Default)]
#[tl(boxed, id = 0xf477_41f7)]
struct PeerSettings<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = 0)]
    report_spam: Option<()>,
    #[tl(flags_bit = 1)]
    add_contact: Option<()>,
    #[tl(flags_bit = 2)]
    block_contact: Option<()>,
    #[tl(flags_bit = 3)]
    share_contact: Option<()>,
    #[tl(flags_bit = 4)]
    need_contacts_exception: Option<()>,
    #[tl(flags_bit = 5)]
    report_geo: Option<()>,
    #[tl(flags_bit = 7)]
    autoarchived: Option<()>,
    #[tl(flags_bit = 8)]
    invite_members: Option<()>,
    #[tl(flags_bit = 10)]
    request_chat_broadcast: Option<()>,
    #[tl(flags_bit = 11)]
    business_bot_paused: Option<()>,
    #[tl(flags_bit = 12)]
    business_bot_can_reply: Option<()>,
    #[tl(flags_bit = 6)]
    geo_distance: Option<i32>,
    #[tl(flags_bit = 9)]
    request_chat_title: Option<&'tl [u8]>,
    #[tl(flags_bit = 9)]
    request_chat_date: Option<i32>,
    #[tl(flags_bit = 13)]
    business_bot_id: Option<i64>,
    #[tl(flags_bit = 13)]
    business_bot_manage_url: Option<&'tl [u8]>,
    #[tl(flags_bit = 14)]
    charge_paid_message_stars: Option<i64>,
    #[tl(flags_bit = 15)]
    registration_month: Option<&'tl [u8]>,
    #[tl(flags_bit = 16)]
    phone_country: Option<&'tl [u8]>,
    #[tl(flags_bit = 17)]
    name_change_date: Option<i32>,
    #[tl(flags_bit = 18)]
    photo_change_date: Option<i32>,
}

pub(crate) fn run(input: Input, bytes: &[u8]) -> Outcome {
    let settings = |accepted| Outcome::of(deserialize::<PeerSettings<'_>>(bytes), accepted);
    match input {
        Input::NestedBomb => Outcome::of(deserialize::<RichText>(bytes), "accepted"),
        Input::CountBomb => Outcome::of(deserialize::<Vector<PeerSettings<'_>>>(bytes), "accepted"),
        Input::LongString => long_string(),
        Input::Truncated => settings("accepted"),
        Input::InvalidUtf8 => invalid_utf8(bytes),
        Input::SharedBit => shared_bit(),
        Input::UndeclaredBit => settings("ignored"),
        Input::TrailingBytes => settings("accepted, and they are lost"),
    }
}

fn long_string() -> Outcome {
    let data = vec![b'x'; LONG];
    match deserialize::<DataJson<'_>>(&serialize(DataJson { data: &data })) {
        Ok(again) if again.data == data => Outcome::Accepted("comes back as it was"),
        result => Outcome::of(result, "comes back as another"),
    }
}

fn invalid_utf8(bytes: &[u8]) -> Outcome {
    match deserialize::<DataJson<'_>>(bytes) {
        Ok(value) if serialize(&value) == bytes => {
            Outcome::Accepted("accepted as bytes: it has no text type")
        }
        result => Outcome::of(result, "accepted, and encoded to other bytes"),
    }
}

fn shared_bit() -> Outcome {
    let value = PeerSettings { request_chat_date: Some(1), ..PeerSettings::default() };
    match deserialize::<PeerSettings<'_>>(&serialize(value)) {
        Ok(_) => Outcome::Accepted("accepted"),
        Err(_) => Outcome::Accepted("writes what cannot be read"),
    }
}
