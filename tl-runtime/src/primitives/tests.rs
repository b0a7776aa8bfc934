use std::fmt::Debug;

use crate::{Combinator, DecodeErrorKind, Deserializable, DeserializableOwned, Serializable, True};

fn check<T: Serializable + DeserializableOwned + PartialEq + Debug>(value: T, bytes: &[u8]) {
    assert_eq!(value.to_bytes().unwrap(), bytes);
    assert_eq!(T::from_bytes(bytes).unwrap(), value);
    let error = T::from_bytes(&bytes[1..]).unwrap_err();
    let (needed, left) = (bytes.len() as u64, bytes.len() - 1);
    assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::UnexpectedEnd { needed, left }, 0));
}

#[test]
fn numbers_are_little_endian() {
    check(-2_i32, &[0xfe, 0xff, 0xff, 0xff]);
    check(0x0102_0304_u32, &[4, 3, 2, 1]);
    check(0x0102_0304_0506_0708_i64, &[8, 7, 6, 5, 4, 3, 2, 1]);
    check(1.0_f64, &[0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
}

#[test]
fn doubles_keep_their_bits() {
    let bytes = [1, 0, 0, 0, 0, 0, 0xf8, 0xff];
    assert_eq!(f64::from_bytes(&bytes).unwrap().to_bytes().unwrap(), bytes);
}

#[test]
fn byte_arrays_are_written_as_they_are() {
    let bytes: [u8; 64] = std::array::from_fn(|n| n as u8);
    check(bytes, &bytes);
    check(<[u8; 32]>::try_from(&bytes[..32]).unwrap(), &bytes[..32]);
    check(<[u8; 16]>::try_from(&bytes[..16]).unwrap(), &bytes[..16]);
    let borrowed = <&[u8; 64]>::from_bytes(&bytes).unwrap();
    assert_eq!(borrowed.as_ptr(), bytes.as_ptr());
    assert_eq!(borrowed.to_bytes().unwrap(), bytes);
    let twice = vec![[1_u8; 16], [2; 16]];
    let encoded = twice.to_bytes().unwrap();
    assert_eq!(encoded[8..], [[1; 16], [2; 16]].concat());
    assert_eq!(Vec::<[u8; 16]>::from_bytes(&encoded).unwrap(), twice);
}

/// The ids are those of the documentation: <https://core.telegram.org/type/Bool>.
#[test]
fn bool_is_one_of_two_ids() {
    check(true, &[0xb5, 0x75, 0x72, 0x99]);
    check(false, &[0x37, 0x97, 0x79, 0xbc]);
    let error = bool::from_bytes(&[1, 0, 0, 0]).unwrap_err();
    assert_eq!(error.expected(), Some("Bool"));
}

#[test]
fn true_is_an_id() {
    check(True, &True::ID.to_le_bytes());
    assert_eq!(Vec::<True>::MIN_SIZE, 8);
    assert_eq!(True::MIN_SIZE, 4);
}
