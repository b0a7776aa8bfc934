//! `Object` fields: the bytes to the end, unread.

use tl_runtime::{Bytes, DecodeErrorKind, Deserializable, EncodeErrorKind, RawObject, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    result #1 id:long result:Object = Result;
    optional #2 flags:# id:int result:flags.0?Object = Optional;
    inner #4 x:int = Inner;
    ---functions---
    call #5 = Object;
}

fn inner() -> RawObject {
    RawObject::from_value(&types::Inner { x: 7 }).unwrap()
}

#[test]
fn the_rest_of_the_buffer() {
    assert_wire(&types::Result { id: 1, result: inner() }, Pack::boxed(1).long(1).nat(4).int(7));
    assert_wire(&types::Optional::new(1), Pack::boxed(2).flags(&[]).int(1));
    let some = types::Optional { result: Some(inner()), ..types::Optional::new(1) };
    assert_wire(&some, Pack::boxed(2).flags(&[0]).int(1).nat(4).int(7));
}

#[test]
fn read_later_as_what_it_is() {
    assert_eq!(inner().id(), Some(4));
    assert_eq!(inner().decode::<types::Inner>().unwrap(), types::Inner { x: 7 });
    fn answers<F: tl_runtime::Function<Return = RawObject>>() {}
    answers::<functions::Call>();
}

#[test]
fn shared_with_the_buffer() {
    let buffer = Bytes::from(Pack::boxed(1).long(1).nat(4).int(7).done());
    let result = types::Result::from_shared(&buffer).unwrap();
    assert_eq!(result.result.as_bytes().as_ptr(), buffer[12..].as_ptr());
}

#[test]
fn without_an_id() {
    let error = types::Result { id: 1, result: RawObject::new(vec![1]) }.to_bytes().unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::ObjectWithoutId { len: 1 });
    let error = refused::<types::Result>(&Pack::boxed(1).long(1).raw(&[1, 2, 3]).done());
    assert_eq!(*error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 4, left: 3 });
}
