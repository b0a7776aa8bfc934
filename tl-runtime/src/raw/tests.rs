use super::{RawObject, RawObjectRef};
use crate::{Bytes, DecodeErrorKind, Deserializable, EncodeErrorKind, Reader, Serializable};

#[test]
fn takes_all_that_is_left() {
    let mut reader = Reader::new(b"\x07\0\0\0\xb5\x75\x72\x99\x01");
    reader.u32().unwrap();
    let object: RawObject = reader.read().unwrap();
    assert_eq!(object.as_bytes(), b"\xb5\x75\x72\x99\x01");
    assert_eq!(object.id(), Some(0x9972_75b5));
    reader.finish().unwrap();
}

#[test]
fn is_written_as_it_is() {
    let object = RawObject::new(vec![1, 2, 3, 4, 5]);
    assert_eq!(object.to_bytes().unwrap(), [1, 2, 3, 4, 5]);
    assert_eq!(RawObject::from_value(&true).unwrap().into_bytes(), b"\xb5\x75\x72\x99".as_slice());
}

#[test]
fn needs_room_for_an_id() {
    let error = RawObject::from_bytes(&[1, 2, 3]).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 4, left: 3 });
    let error = RawObject::default().to_bytes().unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::ObjectWithoutId { len: 0 });
    assert!(RawObject::new(vec![1, 2, 3]).to_bytes().is_err());
    assert_eq!(RawObject::new(vec![1, 2, 3]).id(), None);
    assert!(RawObject::default().is_empty());
}

#[test]
fn decodes_without_copying() {
    let object = RawObject::new(b"\x05hello\0\0".to_vec());
    assert_eq!(object.decode::<Bytes>().unwrap().as_ptr(), object.as_bytes()[1..].as_ptr());
    assert_eq!(object.decode::<&str>().unwrap(), "hello");
    assert!(object.decode::<i32>().is_err());
}

#[test]
fn borrows_on_request() {
    let input = b"\x05hello\0\0";
    let object = RawObjectRef::from_bytes(input).unwrap();
    assert_eq!(object.as_bytes().as_ptr(), input.as_ptr());
    assert_eq!(object.decode::<&str>().unwrap(), "hello");
    assert_eq!(object.to_bytes().unwrap(), input);
    assert_eq!(object.into_owned(), RawObject::new(input.to_vec()));
    assert_eq!(object.into_owned().view(), object);
    assert_eq!(format!("{object:?}"), "RawObjectRef { id: 0x6c656805, len: 8 }");
    let short = RawObjectRef::from_bytes(&input[..3]).unwrap_err();
    assert_eq!(*short.kind(), DecodeErrorKind::UnexpectedEnd { needed: 4, left: 3 });
}

#[test]
fn debug_shows_id_and_length() {
    let object = RawObject::new(vec![0; 1 << 19]);
    assert_eq!(format!("{object:?}"), "RawObject { id: 0x00000000, len: 524288 }");
    assert_eq!(format!("{:?}", RawObject::default()), "RawObject { len: 0 }");
}
