//! What `grammers-tl-types` makes of the inputs.

use grammers_tl_types::{Deserializable, Serializable, enums, types};

use crate::input::{Input, LONG};
use crate::outcome::Outcome;

pub(crate) fn run(input: Input, bytes: &[u8]) -> Outcome {
    match input {
        Input::NestedBomb => Outcome::of(enums::RichText::from_bytes(bytes), "accepted"),
        Input::CountBomb => Outcome::of(Vec::<enums::PeerSettings>::from_bytes(bytes), "accepted"),
        Input::LongString => long_string(),
        Input::Truncated => Outcome::of(enums::PeerSettings::from_bytes(bytes), "accepted"),
        Input::InvalidUtf8 => invalid_utf8(bytes),
        Input::SharedBit => shared_bit(),
        Input::UndeclaredBit => Outcome::of(enums::PeerSettings::from_bytes(bytes), "ignored"),
        Input::TrailingBytes => {
            Outcome::of(enums::PeerSettings::from_bytes(bytes), "accepted, and they are lost")
        }
    }
}

fn long_string() -> Outcome {
    let value = enums::DataJson::Json(types::DataJson { data: "x".repeat(LONG) });
    match enums::DataJson::from_bytes(&value.to_bytes()) {
        Ok(again) if again == value => Outcome::Accepted("comes back as it was"),
        result => Outcome::of(result, "comes back as another"),
    }
}

fn invalid_utf8(bytes: &[u8]) -> Outcome {
    match enums::DataJson::from_bytes(bytes) {
        Ok(value) if value.to_bytes() != bytes => Outcome::Accepted("accepted, and encoded to other bytes"),
        result => Outcome::of(result, "accepted"),
    }
}

fn shared_bit() -> Outcome {
    let settings = types::PeerSettings {
        report_spam: false,
        add_contact: false,
        block_contact: false,
        share_contact: false,
        need_contacts_exception: false,
        report_geo: false,
        autoarchived: false,
        invite_members: false,
        request_chat_broadcast: false,
        business_bot_paused: false,
        business_bot_can_reply: false,
        geo_distance: None,
        request_chat_title: None,
        request_chat_date: Some(1),
        business_bot_id: None,
        business_bot_manage_url: None,
        charge_paid_message_stars: None,
        registration_month: None,
        phone_country: None,
        name_change_date: None,
        photo_change_date: None,
    };
    match enums::PeerSettings::from_bytes(&enums::PeerSettings::Settings(settings).to_bytes()) {
        Ok(_) => Outcome::Accepted("accepted"),
        Err(_) => Outcome::Accepted("writes what cannot be read"),
    }
}
