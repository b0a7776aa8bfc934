//! Values against bytes.

use std::fmt::Debug;

use tl_runtime::{DecodeError, Deserializable, DeserializableOwned, Serializable};

use crate::hex;
use crate::pack::Pack;

/// Checks that the value is written as exactly these bytes, and read back from them.
///
/// # Panics
///
/// If not.
#[track_caller]
pub fn assert_wire<T: Serializable + DeserializableOwned + PartialEq + Debug>(value: &T, expected: Pack) {
    let expected = expected.done();
    let bytes = value.to_bytes().expect("can be encoded");
    assert!(value.size_hint() <= bytes.len(), "a hint of {} for {} bytes", value.size_hint(), bytes.len());
    assert_eq!(hex::digits(&bytes), hex::digits(&expected), "encoded: {value:?}");
    match T::from_bytes(&expected) {
        Ok(decoded) => assert_eq!(decoded, *value, "decoded"),
        Err(error) => panic!("{error}, decoding {value:?}"),
    }
}

/// The error of bytes that are not a `T`.
///
/// # Panics
///
/// If they are.
#[track_caller]
pub fn refused<T: DeserializableOwned + Debug>(bytes: &[u8]) -> DecodeError {
    <T as Deserializable<'_>>::from_bytes(bytes).expect_err("refused")
}
