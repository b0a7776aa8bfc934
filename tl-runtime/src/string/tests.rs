use std::error::Error;

use crate::{Bytes, DecodeErrorKind, Deserializable, Reader, Serializable};

/// The words that Telegram's documentation prints for a call of `auth.sendCall`, without its id.
const SEND_CALL: [u32; 8] =
    [0x3939_370b, 0x3332_3139, 0x3736_3534, 0x6364_3212, 0x3264_3230, 0x3961_6463, 0x3531_3665, 0x0034_3863];

fn send_call() -> Vec<u8> {
    SEND_CALL.iter().flat_map(|word| word.to_le_bytes()).collect()
}

#[test]
fn documented_words_are_written() {
    let mut out = Vec::new();
    "79991234567".serialize(&mut out).unwrap();
    "2dc02d2cda9e615c84".to_owned().serialize(&mut out).unwrap();
    assert_eq!(out, send_call());
}

#[test]
fn documented_words_are_read() {
    let bytes = send_call();
    let mut reader = Reader::new(&bytes).with_strict(true);
    assert_eq!(reader.read::<String>().unwrap(), "79991234567");
    assert_eq!(reader.read::<&str>().unwrap(), "2dc02d2cda9e615c84");
    reader.finish().unwrap();
}

#[test]
fn all_types_have_one_form() {
    let expected = b"\x03abc";
    let forms: [&dyn Serializable; 4] =
        [&"abc", &"abc".to_owned(), &b"abc".as_slice(), &Bytes::from_static(b"abc")];
    for form in forms {
        assert_eq!(form.to_bytes().unwrap(), expected);
    }
    assert_eq!("abc".to_bytes().unwrap(), <str as Serializable>::to_bytes("abc").unwrap());
    assert_eq!(<[u8] as Serializable>::to_bytes(b"abc").unwrap(), expected);
}

#[test]
fn borrowed_types_point_into_the_input() {
    let bytes = b"\x03abc".to_vec();
    assert_eq!(<&str>::from_bytes(&bytes).unwrap().as_ptr(), bytes[1..].as_ptr());
    assert_eq!(<&[u8]>::from_bytes(&bytes).unwrap().as_ptr(), bytes[1..].as_ptr());
}

#[test]
fn text_must_be_utf8() {
    let bytes = b"\x07\0\0\0\x03a\xffb";
    let mut reader = Reader::new(bytes);
    reader.u32().unwrap();
    let error = reader.read::<String>().unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::InvalidUtf8(utf8) if utf8.valid_up_to() == 1));
    assert_eq!(error.offset(), 4);
    assert!(error.source().unwrap().is::<std::str::Utf8Error>());
    assert!(Bytes::from_bytes(&bytes[4..]).is_ok());
}
