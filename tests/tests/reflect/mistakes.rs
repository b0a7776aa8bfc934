//! Where decode fails, a dump says what decode would say.

use super::api::{Object, SCHEMA, functions};
use super::text::message;
use tl_runtime::DecodeErrorKind::UnexpectedEnd;
use tl_runtime::reflect::ReadError;
use tl_runtime::{DecodeError, Deserializable, Serializable};

/// Both errors have the same kind, offset and expected type, or there is none.
///
/// Of an input that is too short decode says where several fields of a fixed size begin, and a dump where the one does
/// that is missing.
fn agree(bytes: &[u8]) -> bool {
    let decoded: Option<DecodeError> = Object::from_bytes(bytes).err();
    let read: Option<ReadError> = SCHEMA.events(bytes).find_map(Result::err);
    match (&decoded, &read) {
        (Some(decoded), Some(read)) => {
            if let (UnexpectedEnd { left, .. }, UnexpectedEnd { left: read_left, .. }) =
                (decoded.kind(), read.kind())
            {
                assert_eq!(decoded.offset() + left, read.offset() + read_left, "{bytes:02x?}");
                assert!(decoded.offset() <= read.offset(), "{bytes:02x?}");
                return true;
            }
            let expected = (decoded.kind(), decoded.offset(), decoded.expected());
            assert_eq!((read.kind(), read.offset(), read.expected()), expected, "{bytes:02x?}");
            let dump = SCHEMA.dump(bytes).to_string();
            assert!(dump.contains(&format!("! {} at byte {}", decoded.kind(), decoded.offset())), "{dump}");
        }
        (None, None) => {}
        _ => panic!("{decoded:?} but {read:?} in {bytes:02x?}"),
    }
    decoded.is_some()
}

fn sample() -> Vec<u8> {
    let mut message = message();
    message.reply = Some(Box::new(message.clone()));
    functions::messages::Send { message, count: 3 }.to_bytes().expect("it can be written")
}

#[test]
fn of_every_beginning_of_a_message() {
    let bytes = sample();
    for len in 0..bytes.len() {
        assert!(agree(&bytes[..len]), "the first {len} bytes are no message");
    }
    assert!(agree(&[&bytes[..], &[0; 4]].concat()));
    assert!(!agree(&bytes));
}

#[test]
fn of_every_message_with_a_wrong_byte() {
    let bytes = sample();
    let mut mistakes = 0;
    for at in 0..bytes.len() {
        for wrong in [0x00, 0x01, 0x7f, 0x80, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] = wrong;
            mistakes += usize::from(agree(&bytes));
        }
    }
    assert!(mistakes > 200, "{mistakes}");
}

#[test]
fn of_nesting_without_end() {
    let mut bytes = Vec::new();
    for _ in 0..300 {
        // A message that answers another one.
        bytes.extend([3, 0, 0, 0, 0, 2, 0, 0]);
        bytes.extend(0x7da0_7ec9_u32.to_le_bytes());
        bytes.extend([0; 28]);
        bytes.extend([0xb5, 0x75, 0x72, 0x99]);
    }
    assert!(agree(&bytes));
    let error = SCHEMA.events(&bytes).find_map(Result::err).expect("it is too deep");
    assert_eq!(error.path().matches("reply").count(), 24, "{error}");
}

#[test]
fn the_path_leads_to_the_mistake() {
    let mut bytes = sample();
    bytes[12] = 0;
    let error = SCHEMA.events(&bytes).find_map(Result::err).expect("there is no such peer");
    assert_eq!(
        error.to_string(),
        "unknown id 0x7da07e00 at byte 12, expected InputPeer, in messages.send.message.peer"
    );
}
