use super::api::{SCHEMA, enums, functions, types};
use tl_runtime::{Bytes, RawObject, Serializable};

pub(super) fn message() -> types::Message {
    types::Message {
        silent: true,
        peer: enums::InputPeer::InputPeerSelf,
        text: Some("a \"word\"\n".into()),
        media: Some(Bytes::from_static(&[1, 0xff])),
        hash: [0xab; 16],
        mode: 4,
        note: Some("é".into()),
        parts: [-1, 2],
        ok: true,
        reply: None,
    }
}

const MESSAGE: &str = "(message silent:true peer:(inputPeerSelf) text:\"a \\\"word\\\"\\n\" media:0x01ff \
                       hash:0xabababababababababababababababab mode:5 note:\"é\" parts:[-1 2] ok:true)";

#[test]
fn a_message_as_text() {
    let bytes = message().to_bytes().expect("it can be written");
    assert_eq!(SCHEMA.text(&bytes).to_string(), MESSAGE);
}

#[test]
fn functions_and_objects_in_them() {
    let send = functions::messages::Send { message: message(), count: 3 };
    let invoke = functions::Invoke { layer: 1, query: send };
    let bytes = invoke.to_bytes().expect("it can be written");
    let expected = format!("(invoke layer:1 query:(messages.send message:{MESSAGE} count:3))");
    assert_eq!(SCHEMA.text(&bytes).to_string(), expected);
}

#[test]
fn an_object_is_opened_if_the_schema_explains_it() {
    let text = |body: RawObject| {
        let container = types::Container { msg_id: 9, body };
        SCHEMA.text(&container.to_bytes().expect("it can be written")).to_string()
    };
    let chat = types::InputPeerChat { chat_id: 7 };
    let inner =
        types::Container { msg_id: 1, body: RawObject::from_value(&chat).expect("it can be written") };
    let open = RawObject::from_value(&inner).expect("it can be written");
    assert_eq!(text(open), "(container msg_id:9 body:(container msg_id:1 body:(inputPeerChat chat_id:7)))");
    assert_eq!(text(RawObject::new(vec![1, 2, 3, 4])), "(container msg_id:9 body:0x01020304)");
    let left_over = [&chat.to_bytes().expect("it can be written")[..], &[0; 4]].concat();
    let inner = types::Container { msg_id: 1, body: RawObject::new(left_over) };
    let half_open = RawObject::from_value(&inner).expect("it can be written");
    assert_eq!(
        text(half_open),
        "(container msg_id:9 body:(container msg_id:1 body:0xb95ca935070000000000000000000000))"
    );
}

#[test]
fn answers_need_their_function() {
    let ids = vec![1_i64, -2].to_bytes().expect("it can be written");
    assert_eq!(SCHEMA.text_answer(5, &ids).to_string(), "[1 -2]");
    assert_eq!(SCHEMA.text_answer(6, &[0xb5, 0x75, 0x72, 0x99]).to_string(), "true");
}

#[test]
fn undeclared_bits_are_shown() {
    let mut bytes = message().to_bytes().expect("it can be written");
    bytes[7] |= 0x80;
    let text = SCHEMA.text(&bytes).to_string();
    assert!(text.starts_with("(message flags:2147483686 silent:true "), "{text}");
}
