//! Where `grammers-tl-types` 0.11 and we differ: each is a mistake of theirs, shown so that it surprises nobody.
//! Everything else is compared in `differential.rs`.

use grammers_tl_types as grammers;
use grammers_tl_types::{Deserializable as _, Serializable as _};
use tl_differential_tests::api;
use tl_runtime::{Deserializable, Serializable};

/// Fields that share a bit and disagree: we refuse, they write what cannot be read.
#[test]
fn fields_that_share_a_bit() {
    let ours = api::types::MessageExtendedMediaPreview { w: Some(1), ..Default::default() };
    let error = ours.to_bytes().unwrap_err().to_string();
    assert!(error.contains('w') && error.contains('h'), "{error}");

    let theirs = grammers::types::MessageExtendedMediaPreview {
        w: Some(1),
        h: None,
        thumb: None,
        video_duration: None,
    };
    let bytes = theirs.to_bytes();
    assert!(grammers::types::MessageExtendedMediaPreview::from_bytes(&bytes).is_err());
}

/// Strings of 2^24 bytes and more: we write the long form, they drop the high bits of the length.
#[test]
fn strings_of_sixteen_mebibytes() {
    let data = vec![7_u8; 1 << 24];
    let ours = api::types::DataJson { data: "x".repeat(1 << 24) };
    let bytes = ours.to_bytes().unwrap();
    assert_eq!(bytes[4..12], [0xff, 0, 0, 0, 1, 0, 0, 0]);
    assert_eq!(api::types::DataJson::from_bytes(&bytes).unwrap(), ours);

    assert_eq!(grammers::Serializable::to_bytes(&data)[..8], [0xfe, 0, 0, 0, 7, 7, 7, 7]);
    // The long form is to them a short string of 255 bytes.
    assert_eq!(grammers::types::DataJson::from_bytes(&bytes[4..]).unwrap().data.len(), 255);
}

/// Strings that are not UTF-8: we refuse and name the option, they put other characters there.
#[test]
fn strings_that_are_not_utf8() {
    let bytes = b"\xf7\x4a\x74\x7d\x01\xff\0\0";
    let bytes = [&<api::types::DataJson as tl_runtime::Combinator>::ID.to_le_bytes(), &bytes[4..]].concat();
    let error = api::types::DataJson::from_bytes(&bytes).unwrap_err().to_string();
    assert!(error.contains("string ="), "{error}");

    let theirs = grammers::enums::DataJson::from_bytes(&bytes).unwrap();
    assert_ne!(theirs.to_bytes(), bytes);
}

/// Bytes after the value: we refuse, they do not look.
#[test]
fn bytes_left_over() {
    let bytes = [&api::types::InputPeerChat { chat_id: 7 }.to_bytes().unwrap()[..], &[0; 4]].concat();
    assert!(api::enums::InputPeer::from_bytes(&bytes).is_err());
    assert!(grammers::enums::InputPeer::from_bytes(&bytes).is_ok());
}

/// A function that holds another: they do not read what they write, because the id of the inner one is in the way.
#[test]
fn functions_in_functions() {
    use api::functions::{InvokeWithLayer, help::GetConfig};

    let ours = InvokeWithLayer { layer: 230, query: GetConfig };
    let bytes = ours.to_bytes().unwrap();
    assert_eq!(InvokeWithLayer::<GetConfig>::from_bytes(&bytes).unwrap(), ours);

    let inner = grammers::functions::help::GetAppConfig { hash: 0x0102_0304 };
    let theirs = grammers::functions::InvokeWithLayer { layer: 230, query: inner };
    let bytes = theirs.to_bytes();
    let read = grammers::functions::InvokeWithLayer::<grammers::functions::help::GetAppConfig>::from_bytes(
        &bytes[4..],
    );
    assert_ne!(read.unwrap().query.hash, 0x0102_0304);
}

/// A line without an id, in which they have put `bytes` for the `string` of Telegram's own file. The id by Telegram's
/// rule is the same for both words, and that of the original; they compute another.
#[test]
fn id_of_a_line_with_bytes() {
    let original: u32 = 0x4218_a164; // crc32 of `tlsBlockString data:string = TlsBlock`
    assert_eq!(<api::types::TlsBlockString as tl_runtime::Combinator>::ID, original);
    assert_ne!(<grammers::types::TlsBlockString as grammers::Identifiable>::CONSTRUCTOR_ID, original);
}
