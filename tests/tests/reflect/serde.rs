use super::api::{Object, SCHEMA, enums, functions, types};
use super::text::message;
use tl_runtime::Serializable;
use tl_runtime::reflect::Reflect;

#[test]
fn typed_values_as_text() {
    let peer = enums::InputPeer::from(types::InputPeerChat { chat_id: 7 });
    assert_eq!(peer.tl().to_string(), "(inputPeerChat chat_id:7)");
    assert_eq!(format!("{:#}", peer.tl()), "(inputPeerChat\n  chat_id:7)");
    let invoke = functions::Invoke { layer: 1, query: functions::messages::Check };
    assert_eq!(invoke.tl().to_string(), "(invoke layer:1 query:(messages.check))");
}

#[test]
fn a_value_that_cannot_be_encoded_says_why() {
    let message = types::Message { note: None, mode: 1, ..message() };
    assert!(message.tl().to_string().starts_with("<"), "{}", message.tl());
}

#[test]
fn readable_formats_are_those_of_json() {
    let message = message();
    let json = serde_json::to_string(&message).expect("it can be written");
    assert_eq!(
        json,
        SCHEMA.to_json(&message.to_bytes().expect("it can be written")).expect("it can be read")
    );
    assert_eq!(serde_json::from_str::<types::Message>(&json).expect("it can be read"), message);
    // A tree has its keys in another order.
    let tree = serde_json::to_value(&message).expect("it can be written");
    assert_eq!(serde_json::from_value::<types::Message>(tree).expect("it can be read"), message);
    let send = functions::messages::Send { message, count: 1 };
    let object = Object::from(send.clone());
    let json = serde_json::to_string(&object).expect("it can be written");
    assert_eq!(serde_json::from_str::<functions::messages::Send>(&json).expect("it can be read"), send);
    assert_eq!(serde_json::from_str::<Object>(&json).expect("it can be read"), object);
}

#[test]
fn the_name_of_a_combinator_may_come_last() {
    let json = r#"{"near":[],"place":{"y":2,"x":1e0,"_":"point"},"_":"geo"}"#;
    let place = types::Point { x: 1.0, y: 2.0 };
    assert_eq!(
        serde_json::from_str::<types::Geo>(json).expect("it can be read"),
        types::Geo { place, near: vec![] }
    );
}

#[test]
fn numbers_that_json_lacks_come_back() {
    for number in [f64::INFINITY, f64::NEG_INFINITY, f64::from_bits(0x7ff8_0000_0000_0001)] {
        let point = types::Point { x: number, y: -0.0 };
        let json = serde_json::to_string(&point).expect("it can be written");
        let again: types::Point = serde_json::from_str(&json).expect("it can be read");
        assert_eq!(again.to_bytes(), point.to_bytes(), "{json}");
    }
}

#[test]
fn mistakes_say_where() {
    let json = r#"{"_":"geo","place":{"_":"point","x":true,"y":2},"near":[]}"#;
    let error = serde_json::from_str::<types::Geo>(json).expect_err("x is no boolean");
    assert!(error.to_string().starts_with("expected double, found a boolean, in $.place.x"), "{error}");
    let error = serde_json::from_str::<types::Geo>(r#"{"_":"inputPeerSelf"}"#).expect_err("it is no geo");
    assert!(error.to_string().starts_with("unknown id 0x7da07ec9 at byte 0, expected geo"), "{error}");
}

#[test]
fn binary_formats_hold_the_bytes() {
    let message = message();
    let bytes = postcard::to_allocvec(&message).expect("it can be written");
    let tl = message.to_bytes().expect("it can be written");
    assert_eq!(bytes[1..], tl[..], "its length, then the bytes");
    assert_eq!(postcard::from_bytes::<types::Message>(&bytes).expect("it can be read"), message);
    assert!(postcard::from_bytes::<types::Geo>(&bytes).is_err());
}

/// Borrowed types can be written, too.
mod borrowed {
    tl_runtime::tl! {
        #![tl(reflect, borrow)]
        note #1 text:string data:bytes = Note;
    }
}

#[test]
fn borrowed_values_can_be_written() {
    let note = borrowed::types::Note { text: "a", data: &[1] };
    assert_eq!(
        serde_json::to_string(&note).expect("it can be written"),
        r#"{"_":"note","text":"a","data":"AQ=="}"#
    );
}
