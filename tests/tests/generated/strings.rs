//! What a TL `string` is in Rust: strict, repaired, or bytes.

use tl_runtime::{Bytes, DecodeErrorKind, Deserializable, Reader, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

mod strict {
    tl_runtime::tl!(text #1 a:string b:Vector<string> = Text;);
}

mod utf8 {
    tl_runtime::tl!(#![tl(string = "utf8")] text #1 a:string b:Vector<string> = Text;);
}

mod lossy {
    tl_runtime::tl! {
        #![tl(string = "lossy", ids = "telegram")]
        text #1 a:string b:Vector<string> = Text;
        optional #2 flags:# a:flags.0?string b:flags.1?Vector<vector<string>> c:bytes = Optional;
    }
}

mod bytes {
    tl_runtime::tl!(#![tl(string = "bytes")] text #1 a:string b:Vector<string> c:bytes = Text;);
}

/// Two strings, the second one of them not UTF-8.
fn broken() -> Vec<u8> {
    Pack::boxed(1).string("é").vector(&[b"a\xffb"], |pack, text| pack.bytes(*text)).done()
}

/// The error says which options there are.
#[test]
fn strict_refuses() {
    let error = refused::<strict::types::Text>(&broken());
    assert!(matches!(error.kind(), DecodeErrorKind::InvalidUtf8(_)));
    assert!(error.to_string().contains("string = \"lossy\""), "{error}");
    assert_eq!(refused::<utf8::types::Text>(&broken()), error);
    let good = strict::types::Text { a: "é".into(), b: vec!["😀".into()] };
    assert_wire(&good, Pack::boxed(1).string("é").vector(&["😀"], |pack, text| pack.string(text)));
}

#[test]
fn lossy_repairs() {
    let text = lossy::types::Text::from_bytes(&broken()).unwrap();
    assert_eq!(text, lossy::types::Text { a: "é".into(), b: vec!["a\u{fffd}b".into()] });
    let repaired = Pack::boxed(1).string("é").vector(&["a\u{fffd}b"], |pack, text| pack.string(text));
    assert_eq!(text.to_bytes().unwrap(), repaired.done());
    assert!(Reader::new(&broken()).with_strict(true).whole::<lossy::types::Text>().is_err());
}

#[test]
fn lossy_everywhere() {
    let bytes = Pack::boxed(2).flags(&[0, 1]).bytes(b"\xff").nat(Pack::VECTOR).nat(1).nat(1).bytes(b"\xfe");
    let text = lossy::types::Optional::from_bytes(&bytes.bytes(b"\xff").done()).unwrap();
    let repaired = || "\u{fffd}".to_owned();
    assert_eq!((text.a, text.b), (Some(repaired()), Some(vec![vec![repaired()]])));
    assert_eq!(text.c, b"\xff".as_slice());
}

#[test]
fn bytes_are_kept() {
    let b = vec![Bytes::from_static(b"a\xffb")];
    let text = bytes::types::Text { a: "é".into(), b, c: Bytes::new() };
    assert_wire(&text, Pack::bare().raw(&broken()).string(""));
}
