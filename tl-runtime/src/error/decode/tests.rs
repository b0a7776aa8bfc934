use std::error::Error;

use super::{DecodeError, DecodeErrorKind};

fn sentence(kind: DecodeErrorKind) -> String {
    DecodeError::new(kind, 40).to_string()
}

#[test]
fn every_kind_reads_as_a_sentence() {
    use DecodeErrorKind::*;
    let cases = [
        (UnexpectedEnd { needed: 4, left: 2 }, "unexpected end of input (4 bytes needed, 2 left) at byte 40"),
        (UnexpectedEnd { needed: 1, left: 0 }, "unexpected end of input (1 byte needed, 0 left) at byte 40"),
        (TrailingBytes { count: 1 }, "1 byte left over at byte 40"),
        (CountTooLarge { count: 9, max: 3 }, "vector of 9 elements (at most 3 can follow) at byte 40"),
        (TooDeep { limit: 256 }, "nesting deeper than 256 levels at byte 40"),
        (NegativeLength { length: -5 }, "negative length -5 at byte 40"),
        (NumberOverflow, "sum greater than 4294967295 at byte 40"),
        (NonZeroPadding, "padding is not zero at byte 40"),
        (NonShortestLength, "string length is not in its shortest form at byte 40"),
        (EmptyMask, "optional mask has no bit set at byte 40"),
        (UnusedCount { count: 3 }, "count is 3, but no field with that many elements is present at byte 40"),
        (UndeclaredBits { bits: 16 }, "undeclared flag bits 0x00000010 at byte 40"),
    ];
    for (kind, expected) in cases {
        assert_eq!(sentence(kind), expected);
    }
}

#[test]
fn an_unknown_id_tells_type_and_path() {
    let error = DecodeError::new(DecodeErrorKind::UnknownId { id: 0x1234_5678 }, 40)
        .expecting("InputPeer")
        .found_in("inner")
        .found_in("messages.exportChatInvite");
    assert_eq!(
        error.to_string(),
        "unknown id 0x12345678 at byte 40, expected InputPeer, in messages.exportChatInvite > inner"
    );
}

#[test]
fn invalid_text_tells_the_way_out() {
    let utf8 = String::from_utf8(vec![b'a', 0xff]).unwrap_err().utf8_error();
    assert_eq!(
        DecodeError::new(DecodeErrorKind::InvalidUtf8(utf8), 8).found_in("user").to_string(),
        "invalid UTF-8 at byte 8, in user; \
         the option `string = \"lossy\"` or `string = \"bytes\"` of `tl!` accepts such strings"
    );
}

#[test]
fn a_long_path_shows_its_ends() {
    let nested = |levels| {
        (0..levels).fold(DecodeError::new(DecodeErrorKind::TooDeep { limit: 2 }, 0), |e, _| e.found_in("x"))
    };
    assert_eq!(nested(16).to_string().matches('x').count(), 16);
    let long = nested(256);
    assert_eq!(long.to_string().matches(" x").count(), 16);
    assert!(long.to_string().contains("x > … 240 more … > x"), "{long}");
}

/// `?` takes it to any error of a thread, and its source is not lost.
#[test]
fn is_an_error_with_its_cause() {
    let utf8 = String::from_utf8(vec![b'a', 0xff]).unwrap_err().utf8_error();
    let error: Box<dyn Error + Send + Sync> = DecodeError::new(DecodeErrorKind::InvalidUtf8(utf8), 8).into();
    assert_eq!(error.source().unwrap().downcast_ref(), Some(&utf8));
    assert!(DecodeError::new(DecodeErrorKind::EmptyMask, 8).source().is_none());
}

#[test]
fn is_one_pointer_wide() {
    assert_eq!(size_of::<Result<(), DecodeError>>(), size_of::<usize>());
}

#[test]
fn a_message_is_unknown_by_its_own_id() {
    let unknown = || DecodeErrorKind::UnknownId { id: 0x1234_5678 };
    assert!(DecodeError::new(unknown(), 0).expecting("Object").is_unknown_message());
    // The second element of a vector, and the first field of a bare constructor.
    assert!(!DecodeError::new(unknown(), 12).is_unknown_message());
    assert!(!DecodeError::new(unknown(), 0).found_in("message").is_unknown_message());
    assert!(!DecodeError::unexpected_end(4, 2, 0).is_unknown_message());
}
