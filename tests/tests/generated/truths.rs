//! `true` and `True` where no mask decides about them: values without bytes, or with nothing but an id.

use tl_runtime::{DecodeErrorKind, True};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

const TRUE: u32 = 0x3fed_d339;

tl_runtime::tl! {
    #![derive(Eq, Hash)]
    #![tl(functions = "both")]
    field #1 a:int c:true d:True e:int = Field;
    lists #2 a:Vector<true> b:vector<true> c:Vector<True> d:vector<True> = Lists;
    arrays #3 a:3*[ true ] b:2*[ True ] = Arrays;
    masked #4 flags:# a:flags.0?true b:flags.1?True c:%True = Masked;
    only #5 a:true = Only;
    onlys #6 a:vector<only> = Onlys;
    ---functions---
    set #7 on:true = True;
}

mod text {
    tl_runtime::tl! {
        #![tl(borrow)]
        r"
        true = True;
        field#1 c:true d:True name:string = Field;
        "
    }
}

#[test]
fn fields() {
    let value = types::Field { a: 1, c: True, d: True, e: 2 };
    assert_wire(&value, Pack::boxed(1).int(1).nat(TRUE).int(2));
    let masked = types::Masked { a: true, b: Some(True), c: True };
    assert_wire(&masked, Pack::boxed(4).nat(3).nat(TRUE));
    assert_wire(&types::Only { a: True }, Pack::boxed(5));
    assert_wire(&functions::Set { on: True }, Pack::boxed(7));
}

#[test]
fn elements() {
    let value = types::Lists { a: vec![True; 3], b: vec![True; 2], c: vec![True], d: vec![True; 2] };
    let packed = Pack::boxed(2).nat(Pack::VECTOR).nat(3).nat(2).nat(Pack::VECTOR).nat(1).nat(TRUE);
    assert_wire(&value, packed.nat(2).nat(TRUE).nat(TRUE));
    assert_wire(&types::Arrays { a: [True; 3], b: [True; 2] }, Pack::boxed(3).nat(TRUE).nat(TRUE));
    assert_wire(&types::Onlys { a: vec![types::Only { a: True }; 4] }, Pack::boxed(6).nat(4));
}

/// Nothing else limits a count of what takes no bytes.
#[test]
fn a_count_of_elements_without_bytes_is_limited() {
    for bytes in [Pack::boxed(2).nat(Pack::VECTOR).nat(u32::MAX >> 1), Pack::boxed(6).nat(u32::MAX >> 1)] {
        let bytes = bytes.done();
        let error = match bytes[0] {
            2 => refused::<types::Lists>(&bytes),
            _ => refused::<types::Onlys>(&bytes),
        };
        assert!(matches!(error.kind(), DecodeErrorKind::CountTooLarge { .. }), "{error}");
    }
}

#[test]
fn beside_what_borrows() {
    use tl_runtime::{Deserializable, Serializable};
    let value = text::types::Field { c: True, d: True, name: "abc" };
    let bytes = value.to_bytes().unwrap();
    assert_eq!(bytes, Pack::boxed(1).nat(TRUE).string("abc").done());
    assert_eq!(text::types::Field::from_bytes(&bytes).unwrap(), value);
}
