//! Fields that a mask decides about: <https://core.telegram.org/mtproto/TL-combinators#conditional-fields>.

use tl_runtime::{DecodeErrorKind, Deserializable, EncodeErrorKind, Reader, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    every #1 flags:# a:flags.0?true b:flags.1?int c:flags.2?long d:flags.3?double e:flags.4?string f:flags.5?bytes
        g:flags.6?Bool h:flags.7?Vector<int> i:flags.8?vector<int> j:flags.9?int128 k:flags.10?int256
        l:flags.11?Other m:flags.12?%Other n:flags.13?other o:flags.14?# p:flags.31?True = Every;
    other #2 x:int = Other;
    two #3 id:int flags:# a:flags.0?int flags2:# b:flags2.0?int c:flags.1?int = Two;
    shared #4 flags:# a:flags.3?true b:flags.3?int c:flags.3?Vector<int> d:flags.4?int = Shared;
    bits #5 flags:# first:flags.0?true last:flags.31?true = Bits;
    run #7 id:int flags:# flags2:# date:int a:flags.0?int b:flags2.1?int = Run;
    twins #6 flags:# a:flags.0?true b:flags.0?true = Twins;
}

fn every() -> types::Every {
    types::Every {
        a: true,
        b: Some(1),
        c: Some(2),
        d: Some(0.5),
        e: Some("e".into()),
        f: Some(vec![6].into()),
        g: Some(false),
        h: Some(vec![7]),
        i: Some(vec![8]),
        j: Some([9; 16]),
        k: Some([10; 32]),
        l: Some(types::Other { x: 11 }),
        m: Some(types::Other { x: 12 }),
        n: Some(types::Other { x: 13 }),
        o: Some(14),
        p: Some(tl_runtime::True),
    }
}

#[test]
fn any_type_can_be_conditional() {
    assert_wire(&types::Every::default(), Pack::boxed(1).flags(&[]));
    let bits: Vec<u32> = (0..=14).chain([31]).collect();
    let packed = Pack::boxed(1).flags(&bits).int(1).long(2).double(0.5).string("e").bytes(&[6]);
    let packed = packed.boolean(false).vector(&[7], |pack, x| pack.int(*x)).nat(1).int(8);
    let packed = packed.raw(&[9; 16]).raw(&[10; 32]).nat(2).int(11).int(12).int(13).nat(14);
    assert_wire(&every(), packed.nat(0x3fed_d339));
}

#[test]
fn each_alone() {
    let only = |bit: u32, value: types::Every, rest: fn(Pack) -> Pack| {
        assert_wire(&value, rest(Pack::boxed(1).flags(&[bit])));
    };
    let none = types::Every::new;
    only(0, types::Every { a: true, ..none() }, |pack| pack);
    only(4, types::Every { e: Some(String::new()), ..none() }, |pack| pack.string(""));
    only(6, types::Every { g: Some(true), ..none() }, |pack| pack.boolean(true));
    only(8, types::Every { i: Some(vec![]), ..none() }, |pack| pack.nat(0));
    only(14, types::Every { o: Some(0), ..none() }, |pack| pack.nat(0));
}

#[test]
fn several_masks_and_one_that_is_not_first() {
    assert_wire(&types::Two::new(5), Pack::boxed(3).int(5).flags(&[]).flags(&[]));
    let all = types::Two { a: Some(1), b: Some(2), c: Some(3), ..types::Two::new(5) };
    assert_wire(&all, Pack::boxed(3).int(5).flags(&[0, 1]).int(1).flags(&[0]).int(2).int(3));
    let crossed = types::Two { b: Some(2), c: Some(3), ..types::Two::new(5) };
    assert_wire(&crossed, Pack::boxed(3).int(5).flags(&[1]).flags(&[0]).int(2).int(3));
}

#[test]
fn three_fields_share_a_bit() {
    let all = types::Shared { a: true, b: Some(1), c: Some(vec![]), d: None };
    assert_wire(&all, Pack::boxed(4).flags(&[3]).int(1).nat(Pack::VECTOR).nat(0));
    assert_wire(&types::Shared { d: Some(1), ..Default::default() }, Pack::boxed(4).flags(&[4]).int(1));
    let error = types::Shared { b: None, ..all }.to_bytes().unwrap_err();
    let expected =
        EncodeErrorKind::FlagConflict { combinator: "shared", set: vec!["a", "c"], unset: vec!["b"] };
    assert_eq!(*error.kind(), expected);
}

#[test]
fn two_bits_that_are_one() {
    assert_wire(&types::Twins { a: true, b: true }, Pack::boxed(6).flags(&[0]));
    assert_wire(&types::Twins::new(), Pack::boxed(6).flags(&[]));
    assert!(types::Twins { a: true, b: false }.to_bytes().is_err());
}

#[test]
fn the_outermost_bits() {
    assert_wire(&types::Bits { first: false, last: true }, Pack::boxed(5).nat(0x8000_0000));
    assert_wire(&types::Bits { first: true, last: false }, Pack::boxed(5).nat(1));
}

/// A newer peer may set bits that this schema does not know; they are gone when the value is written again.
#[test]
fn undeclared_bits_are_ignored() {
    let bytes = Pack::boxed(5).nat(u32::MAX).done();
    let bits = types::Bits::from_bytes(&bytes).unwrap();
    assert_eq!(bits, types::Bits { first: true, last: true });
    assert_eq!(bits.to_bytes().unwrap(), Pack::boxed(5).flags(&[0, 31]).done());
    let error = Reader::new(&bytes).with_strict(true).whole::<types::Bits>().unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UndeclaredBits { bits: 0x7fff_fffe });
}

/// Masks between fields of fixed size are read and written together with them.
#[test]
fn masks_in_a_run() {
    let run = types::Run { id: 1, date: 2, a: None, b: Some(3) };
    let packed = Pack::boxed(7).int(1).flags(&[]).flags(&[1]).int(2).int(3);
    assert_wire(&run, packed);
    assert_wire(&types::Run::new(1, 2), Pack::boxed(7).int(1).flags(&[]).flags(&[]).int(2));
    for (flags, flags2, bits, offset) in [(0b100, 0, 0b100, 8), (0, 0b1000, 0b1000, 12)] {
        let bytes = Pack::boxed(7).int(1).nat(flags).nat(flags2).int(2).done();
        let error = Reader::new(&bytes).with_strict(true).whole::<types::Run>().unwrap_err();
        assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::UndeclaredBits { bits }, offset));
    }
}

#[test]
fn a_bit_whose_field_is_missing() {
    let error = refused::<types::Every>(&Pack::boxed(1).flags(&[1]).done());
    assert_eq!(*error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 4, left: 0 });
    assert_eq!((error.offset(), error.path().collect::<Vec<_>>()), (8, vec!["every"]));
}
