//! What `tl!` makes of the inputs.

use tl_runtime::{Deserializable, Reader, Serializable};

use crate::input::{Input, LONG};
use crate::outcome::Outcome;

mod api {
    tl_runtime::tl! {
        dataJSON #7d748d04 data:string = DataJSON;
        r"
        peerSettings#f47741f7 flags:# report_spam:flags.0?true add_contact:flags.1?true block_contact:flags.2?true
            share_contact:flags.3?true need_contacts_exception:flags.4?true report_geo:flags.5?true
            autoarchived:flags.7?true invite_members:flags.8?true request_chat_broadcast:flags.10?true
            business_bot_paused:flags.11?true business_bot_can_reply:flags.12?true geo_distance:flags.6?int
            request_chat_title:flags.9?string request_chat_date:flags.9?int business_bot_id:flags.13?long
            business_bot_manage_url:flags.13?string charge_paid_message_stars:flags.14?long
            registration_month:flags.15?string phone_country:flags.16?string name_change_date:flags.17?int
            photo_change_date:flags.18?int = PeerSettings;
        textEmpty#dc3d824f = RichText;
        textBold#6724abc4 text:RichText = RichText;
        "
    }
}

use api::{enums, types};

pub(crate) fn run(input: Input, bytes: &[u8]) -> Outcome {
    match input {
        Input::NestedBomb => Outcome::of(enums::RichText::from_bytes(bytes), "accepted"),
        Input::CountBomb => Outcome::of(Vec::<types::PeerSettings>::from_bytes(bytes), "accepted"),
        Input::LongString => long_string(),
        Input::Truncated => Outcome::of(types::PeerSettings::from_bytes(bytes), "accepted"),
        Input::InvalidUtf8 => Outcome::of(types::DataJson::from_bytes(bytes), "accepted"),
        Input::SharedBit => shared_bit(),
        Input::UndeclaredBit => undeclared_bit(bytes),
        Input::TrailingBytes => {
            Outcome::of(types::PeerSettings::from_bytes(bytes), "accepted, and they are lost")
        }
    }
}

fn long_string() -> Outcome {
    let value = types::DataJson { data: "x".repeat(LONG) };
    let again = value.to_bytes().map(|bytes| types::DataJson::from_bytes(&bytes));
    match again {
        Ok(Ok(again)) if again == value => Outcome::Accepted("comes back as it was"),
        other => Outcome::of(other, "comes back as another"),
    }
}

fn shared_bit() -> Outcome {
    let value = types::PeerSettings { request_chat_date: Some(1), ..Default::default() };
    match value.to_bytes() {
        Ok(bytes) if types::PeerSettings::from_bytes(&bytes).is_err() => {
            Outcome::Accepted("writes what cannot be read")
        }
        result => Outcome::of(result, "accepted"),
    }
}

fn undeclared_bit(bytes: &[u8]) -> Outcome {
    let strict = Reader::new(bytes).with_strict(true).whole::<types::PeerSettings>();
    match (types::PeerSettings::from_bytes(bytes), strict) {
        (Ok(_), Err(_)) => Outcome::Accepted("ignored; refused by a strict reader"),
        (lenient, _) => Outcome::of(lenient, "ignored"),
    }
}
