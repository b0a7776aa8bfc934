use crate::fixtures::{Route, written};
use crate::{EncodeErrorKind, Serializable, Writer};

#[test]
fn fields_of_one_bit_must_agree() {
    let points = Route { points: Some(vec![]), ..Route::default() };
    let expected =
        EncodeErrorKind::FlagConflict { combinator: "route", set: vec!["points"], unset: vec!["length"] };
    assert_eq!(*points.to_bytes().unwrap_err().kind(), expected);
}

/// The mask `mode` of `lookup`, of which fields declare the bits 1 and 4.
fn mode(mut writer: Writer<'_>, own: Option<u32>, bits: u32) -> Option<u32> {
    writer.optional_visible_mask(own, 0b1_0010, bits, ["lookup", "mode"], &[(1, "lt"), (4, "utime")])
}

#[test]
fn a_visible_mask_keeps_the_bits_that_no_field_declares() {
    let cases = [(0, 0, 0), (0b101, 0, 0b101), (!0b1_0010, 0b1_0010, !0), (0b11, 0b10, 0b11)];
    for (own, bits, expected) in cases {
        written(|writer| assert_eq!(mode(writer, Some(own), bits), Some(expected))).unwrap();
    }
}

#[test]
fn an_optional_mask_is_there_if_one_of_its_fields_is() {
    written(|writer| assert_eq!(mode(writer, None, 0), None)).unwrap();
    written(|writer| assert_eq!(mode(writer, None, 0b10), Some(0b10))).unwrap();
}

#[test]
fn a_declared_bit_needs_its_field() {
    let error = written(|writer| assert!(mode(writer, Some(0b1_0011), 0b10).is_some())).unwrap_err();
    let expected =
        EncodeErrorKind::AbsentField { combinator: "lookup", mask: "mode", bit: 4, field: "utime" };
    assert_eq!(*error.kind(), expected);
}

#[test]
fn a_length_is_that_of_the_body() {
    written(|mut writer| assert_eq!(writer.length(&[0; 12], ["message", "body"]), 12)).unwrap();
}

/// The memory is never touched.
#[cfg(target_pointer_width = "64")]
#[test]
fn a_body_has_at_most_as_many_bytes_as_an_int_can_say() {
    let body = vec![0; 1 << 31];
    written(|mut writer| assert_eq!(writer.length(&body[1..], ["message", "body"]), i32::MAX)).unwrap();
    let error = written(|mut writer| assert_eq!(writer.length(&body, ["message", "body"]), 0)).unwrap_err();
    let expected = EncodeErrorKind::BodyTooLong { combinator: "message", body: "body", len: 1 << 31 };
    assert_eq!(*error.kind(), expected);
}
