use std::error::Error;

use super::{EncodeError, EncodeErrorKind};

#[test]
fn every_kind_reads_as_a_sentence() {
    use EncodeErrorKind::*;
    let conflict = FlagConflict { combinator: "chatInvite", set: vec!["a"], unset: vec!["b", "c"] };
    let absent = AbsentField { combinator: "lookup", mask: "mode", bit: 1, field: "lt" };
    let long = BodyTooLong { combinator: "message", body: "body", len: 1 << 31 };
    let cases = [
        (conflict, "fields of chatInvite that share a flag bit disagree (present: a; absent: b, c)"),
        (TooDeep { limit: 1 }, "nesting deeper than 1 level"),
        (CountTooLarge { count: 9, max: 3 }, "vector of 9 elements (at most 3 can be written)"),
        (absent, "mode of lookup has bit 1 set, but its field lt is absent"),
        (long, "body of message has 2147483648 bytes (at most 2147483647 can be written)"),
        (CountMismatch { count: 2, len: 1 }, "expected 2 elements, found 1"),
        (NumberOverflow, "sum greater than 4294967295"),
        (ObjectWithoutId { len: 0 }, "object of 0 bytes is too short for its id"),
    ];
    for (kind, expected) in cases {
        assert_eq!(EncodeError::new(kind).to_string(), expected);
    }
}

/// `?` takes it to any error of a thread; it has no source.
#[test]
fn is_an_error_without_a_cause() {
    let error: Box<dyn Error + Send + Sync> = EncodeError::new(EncodeErrorKind::TooDeep { limit: 1 }).into();
    assert!(error.source().is_none());
}

#[test]
fn is_one_pointer_wide() {
    assert_eq!(size_of::<Result<(), EncodeError>>(), size_of::<usize>());
}
