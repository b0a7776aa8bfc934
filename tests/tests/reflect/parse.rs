use super::api::{SCHEMA, functions};
use super::text::message;
use tl_runtime::Serializable;

fn bytes() -> Vec<u8> {
    functions::messages::Send { message: message(), count: 3 }.to_bytes().expect("it can be written")
}

#[test]
fn text_comes_back() {
    let bytes = bytes();
    for text in [SCHEMA.text(&bytes).to_string(), format!("{:#}", SCHEMA.text(&bytes))] {
        assert_eq!(SCHEMA.parse_text(&text).as_deref(), Ok(&bytes[..]), "{text}");
    }
}

#[test]
fn bits_that_the_schema_does_not_declare_come_back() {
    let mut bytes = bytes();
    bytes[11] |= 0x80;
    assert_eq!(SCHEMA.parse_text(&SCHEMA.text(&bytes).to_string()).as_deref(), Ok(&bytes[..]));
    let json = SCHEMA.to_json(&bytes).expect("it can be read");
    assert!(json.contains("\"flags\":2147483686,"), "{json}");
    assert_eq!(SCHEMA.from_json(&json).as_deref(), Ok(&bytes[..]));
}

#[test]
fn values_without_a_name_are_the_fields_that_are_always_there() {
    let text = "(messages.send (message silent:true inputPeerSelf note:\"é\" text:\"a \\\"word\\\"\\n\", media:0x01ff \
                0xabababababababababababababababab 4, [-1, 2] true) 3)";
    assert_eq!(SCHEMA.parse_text(text), Ok(bytes()));
}

#[test]
fn mistakes_in_text() {
    for (text, message) in [
        ("(inputPeerChat chat_id:\"x\")", "expected long, found a string at byte 23, in $.chat_id"),
        ("(inputPeerChat chat_id:1", "expected a value at byte 24, in $.chat_id"),
        ("(inputPeerChat chat_id:1) 2", "expected the end at byte 26, in $"),
        ("(inputPeerChat chat_id:1 chat_id:2)", "the field is given twice at byte 25, in $.chat_id"),
        ("(inputPeerChat)", "inputPeerChat lacks its field chat_id at byte 14, in $"),
        (
            "(inputPeerChat 1 2)",
            "inputPeerChat has no more fields that need no name at byte 17, in $.chat_id",
        ),
        ("(inputPeerChat id:1)", "inputPeerChat has no field id at byte 15, in $"),
        ("(inputPeerChat chat_id:)", "expected a value at byte 23, in $.chat_id"),
        ("(inputPeer)", "Object has no constructor inputPeer at byte 1, in $"),
        (
            "(inputPeerChat chat_id:9223372036854775808)",
            "9223372036854775808 is no long at byte 23, in $.chat_id",
        ),
        ("(geo place:(geo))", "point has no constructor geo at byte 12, in $.place"),
        ("(geo place:(point 1 2) near:(point 1 2))", "Point cannot follow"),
        (
            "(messages.send (message inputPeerSelf [1 2]))",
            "expected int128, found a list at byte 38, in $.message.hash",
        ),
    ] {
        match SCHEMA.parse_text(text) {
            Err(error) if text.starts_with("(geo place:(point") => {
                assert!(error.to_string().starts_with("expected vector"), "{error}");
            }
            Err(error) => assert_eq!(error.to_string(), message, "{text}"),
            Ok(bytes) => panic!("{text} is {bytes:02x?}"),
        }
    }
}

#[test]
fn a_repetition_has_its_number_of_elements() {
    let text = SCHEMA.text(&bytes()).to_string().replace("[-1 2]", "[-1 2 3]");
    let error = SCHEMA.parse_text(&text).expect_err("there are 2");
    assert!(error.to_string().starts_with("expected 2 elements, found 3 at byte "), "{error}");
}

#[test]
fn a_declared_bit_needs_its_field() {
    let text = SCHEMA.text(&bytes()).to_string().replace(" note:\"é\"", "");
    let error = SCHEMA.parse_text(&text).expect_err("mode says that there is a note");
    let message =
        "field note of message must be there exactly if bit 0 of mode is set, and disagrees with it at byte ";
    assert!(error.to_string().starts_with(message), "{error}");
}

#[test]
fn nesting_has_a_limit() {
    let (open, close) =
        ("(message inputPeerSelf 0x00000000000000000000000000000000 0 [0 0] true reply:", ")");
    let nested = |levels: usize| {
        let inner = "(message inputPeerSelf 0x00000000000000000000000000000000 0 [0 0] true)";
        SCHEMA.parse_text(&format!("{}{inner}{}", open.repeat(levels), close.repeat(levels)))
    };
    let deepest = nested(255).expect("256 levels are allowed");
    assert!(SCHEMA.text(&deepest).to_string().ends_with("))))"));
    let error = nested(256).expect_err("257 levels are not");
    assert!(error.to_string().starts_with("nesting deeper than 256 levels"), "{error}");
    let containers = "(container msg_id:0 body:".repeat(1000) + &")".repeat(1000);
    assert!(SCHEMA.parse_text(&containers).is_err());
}
