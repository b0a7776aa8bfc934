use super::api::{SCHEMA, functions, types};
use super::text::message;
use tl_runtime::Serializable;
use tl_runtime::reflect::{Envelope, JsonStyle};

fn geo(x: f64, y: f64) -> Vec<u8> {
    let point = types::Point { x, y };
    types::Geo { place: point.clone(), near: vec![point] }.to_bytes().expect("it can be written")
}

#[test]
fn a_message_as_json() {
    let send = functions::messages::Send { message: message(), count: 3 };
    let bytes = send.to_bytes().expect("it can be written");
    let json = SCHEMA.to_json(&bytes).expect("it can be read");
    assert_eq!(
        json,
        r#"{"_":"messages.send","message":{"_":"message","silent":true,"peer":{"_":"inputPeerSelf"},"text":"a \"word\"\n","media":"Af8=","hash":"abababababababababababababababab","mode":5,"note":"é","parts":[-1,2],"ok":true},"count":3}"#
    );
    assert_eq!(SCHEMA.from_json(&json).as_deref(), Ok(&bytes[..]));
    let tdlib = SCHEMA.with_json(JsonStyle::Tdlib);
    let json = tdlib.to_json(&bytes).expect("it can be read");
    assert!(json.starts_with(r#"{"@type":"messages.send","message":{"@type":"message","#), "{json}");
    assert_eq!(tdlib.from_json(&json).as_deref(), Ok(&bytes[..]));
}

#[test]
fn keys_come_in_any_order() {
    let json = r#" { "count" : 3 , "message" : { "ok": true, "parts": [ -1 , 2 ], "note":"é", "mode":4,
        "hash":"q6urq6urq6urq6urq6urqw==", "media":"Af8", "text":"a \"w\u006frd\"\n",
        "peer" : { "_" : "inputPeerSelf" }, "silent":true, "_":"message" }, "_":"messages.send" } "#;
    let send = functions::messages::Send { message: message(), count: 3 };
    assert_eq!(SCHEMA.from_json(json), Ok(send.to_bytes().expect("it can be written")));
}

#[test]
fn numbers_are_exact() {
    for value in [0.1, -0.0, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 5e-324]
    {
        let bytes = geo(value, f64::from_bits(0x7ff8_0000_0000_0001));
        let json = SCHEMA.to_json(&bytes).expect("it can be read");
        assert_eq!(SCHEMA.from_json(&json).as_deref(), Ok(&bytes[..]), "{json}");
        let text = SCHEMA.text(&bytes).to_string();
        assert_eq!(SCHEMA.parse_text(&text).as_deref(), Ok(&bytes[..]), "{text}");
    }
    for value in [i64::MIN, i64::MAX, (1 << 53) + 1] {
        let bytes = types::InputPeerChat { chat_id: value }.to_bytes().expect("it can be written");
        for style in [JsonStyle::Plain, JsonStyle::Tdlib] {
            let schema = SCHEMA.with_json(style);
            let json = schema.to_json(&bytes).expect("it can be read");
            assert!(json.contains(&value.to_string()), "{json}");
            assert_eq!(schema.from_json(&json).as_deref(), Ok(&bytes[..]), "{json}");
        }
    }
}

#[test]
fn mistakes_in_json() {
    for (json, message) in [
        (r#"{"_":"inputPeerChat","chat_id":"x"}"#, "expected long, found a string at byte 31, in $.chat_id"),
        (r#"{"_":"inputPeerChat","chat_id":1.5}"#, "1.5 is no long at byte 31, in $.chat_id"),
        (r#"{"_":"inputPeerChat","chat_id":[1]}"#, "expected long, found a list at byte 31, in $.chat_id"),
        (r#"{"_":"inputPeerChat","chat_id":null}"#, "expected long, found null at byte 31, in $.chat_id"),
        (r#"{"_":"inputPeerChat","id":1}"#, "inputPeerChat has no field id at byte 21, in $"),
        (
            r#"{"_":"inputPeerChat","chat_id":1,"chat_id":1}"#,
            "the field is given twice at byte 33, in $.chat_id",
        ),
        (r#"{"_":"inputPeerChat","_":"inputPeerChat"}"#, "the field is given twice at byte 25, in $"),
        (r#"{"_":"inputPeerChat"}"#, "inputPeerChat lacks its field chat_id at byte 20, in $"),
        (r#"{"_":"chat"}"#, "Object has no constructor chat at byte 5, in $"),
        (r#"{"chat_id":1,"_":"chat"}"#, "Object has no constructor chat at byte 17, in $"),
        (r#"{"_":"geo","place":{"_":"line"}}"#, "point has no constructor line at byte 24, in $.place"),
        (r#"{"_":7}"#, "expected the name of a combinator at byte 5, in $"),
        (r#"{"chat_id":1}"#, "the constructor of Object is missing at byte 1, in $"),
        (r#"{"_":"inputPeerChat","chat_id":01}"#, "expected a token of JSON at byte 31, in $.chat_id"),
        (r#"{"_":"inputPeerChat","chat_id":1,}"#, "expected a key at byte 33, in $.chat_id"),
        (r#"{"_":"inputPeerSelf"} {}"#, "expected the end at byte 22, in $"),
        (r#"{"_":"inputPeerSelf"#, "expected a token of JSON at byte 5, in $"),
        (
            r#"{"_":"geo","place":{"x":1,"y":2},"near":[{"x":1,"y":2},{"x":1,"y":true}]}"#,
            "expected double, found a boolean at byte 66, in $.near[1].y",
        ),
        (r#"{"_":"geo","place":{"x":1e999,"y":2}}"#, "1e999 is no double at byte 24, in $.place.x"),
    ] {
        match SCHEMA.from_json(json) {
            Err(error) => assert_eq!(error.to_string(), message, "{json}"),
            Ok(bytes) => panic!("{json} is {bytes:02x?}"),
        }
    }
}

#[test]
fn what_belongs_to_no_type_is_passed_through() {
    let tdlib = SCHEMA.with_json(JsonStyle::Tdlib);
    let json =
        r#"{"@type":"inputPeerChat","@extra":{"a":[1,{},[],"}"],"@type":"x"},"chat_id":"7","@client_id":2}"#;
    let (bytes, envelope) = tdlib.from_json_with(json).expect("it is right");
    assert_eq!(envelope, Envelope { extra: Some(r#"{"a":[1,{},[],"}"],"@type":"x"}"#), client_id: Some(2) });
    assert_eq!(
        tdlib.to_json_with(&bytes, envelope).expect("it can be read"),
        r#"{"@type":"inputPeerChat","@extra":{"a":[1,{},[],"}"],"@type":"x"},"@client_id":2,"chat_id":"7"}"#
    );
    for wrong in ["[1,]", "{,}", "{\"a\"}", "[1 2]", "[}", "{\"a\":1,}", "tru", "[", "{\"a\":}"] {
        let json = format!(r#"{{"@type":"inputPeerSelf","@extra":{wrong}}}"#);
        assert!(tdlib.from_json_with(&json).is_err(), "{json}");
    }
    let twice = r#"{"@type":"inputPeerSelf","@extra":1,"@extra":1}"#;
    assert!(tdlib.from_json_with(twice).is_err());
    assert!(SCHEMA.from_json(json).is_err(), "the other style has no such keys");
}

#[test]
fn tdlib_leaves_out_what_is_zero_or_empty() {
    let tdlib = SCHEMA.with_json(JsonStyle::Tdlib);
    let chat = tdlib.from_json(r#"{"@type":"inputPeerChat"}"#).expect("fields may be absent");
    assert_eq!(tdlib.to_json(&chat).expect("it can be read"), r#"{"@type":"inputPeerChat","chat_id":"0"}"#);
    let error = tdlib.from_json(r#"{"@type":"messages.send"}"#).expect_err("an object has no default");
    assert!(error.to_string().starts_with("messages.send lacks its field message"), "{error}");
}

#[test]
fn answers_need_their_function() {
    let ids = vec![1_i64, -2].to_bytes().expect("it can be written");
    assert_eq!(SCHEMA.answer_to_json(5, &ids), Ok(Ok("[1,-2]".into())));
    assert_eq!(SCHEMA.answer_from_json(5, "[1,-2]"), Ok(Ok(ids)));
    assert_eq!(SCHEMA.answer_from_json(6, "false"), Ok(Ok(vec![0x37, 0x97, 0x79, 0xbc])));
    assert!(SCHEMA.answer_to_json(1, &[]).is_err());
}

#[test]
fn deep_json_does_not_overflow_the_stack() {
    for open in ["[", r#"{"_":"container","msg_id":0,"body":"#, r#"{"a":"#] {
        assert!(SCHEMA.from_json(&open.repeat(100_000)).is_err());
        let extra = format!(r#"{{"@type":"inputPeerSelf","@extra":{}"#, open.repeat(100_000));
        assert!(SCHEMA.with_json(JsonStyle::Tdlib).from_json(&extra).is_err());
    }
}
