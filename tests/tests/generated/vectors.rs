//! `Vector` and `vector` of everything: <https://core.telegram.org/mtproto/serialize#built-in-vector-type>.

use tl_runtime::{DecodeErrorKind, Deserializable, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    item #a1 x:int = Item;
    one #a2 x:int = Choice;
    none #a3 = Choice;
    scalars #1 ints:Vector<int> longs:Vector<long> doubles:Vector<double> nats:Vector<#> = Scalars;
    wide #2 a:Vector<int128> b:Vector<int256> c:Vector<Bool> d:Vector<string> e:Vector<bytes> = Wide;
    boxes #3 a:Vector<Item> b:Vector<Choice> = Boxes;
    bares #4 a:Vector<item> b:Vector<%Item> c:vector<item> d:vector<Item> = Bares;
    nested #5 a:Vector<Vector<int>> b:vector<vector<int>> c:Vector<vector<Item>> d:vector<Vector<%Item>> = Nested;
    nothing #a4 = Nothing;
    flagged #a5 flags:# = Flagged;
    empties #7 a:vector<nothing> b:Vector<%Nothing> c:Vector<flagged> = Empties;
    spelled #6 a:(Vector int) b:(vector %Item) c:%(Vector int) d:%Vector<int> = Spelled;
}

#[test]
fn scalars() {
    let ints: Vec<i32> = (0..300).collect();
    let value =
        types::Scalars { ints: ints.clone(), longs: vec![1, -1], doubles: vec![0.5], nats: vec![u32::MAX] };
    let packed = Pack::boxed(1)
        .vector(&ints, |pack, x| pack.int(*x))
        .vector(&[1, -1], |pack, x| pack.long(*x))
        .vector(&[0.5], |pack, x| pack.double(*x))
        .vector(&[u32::MAX], |pack, x| pack.nat(*x));
    assert_wire(&value, packed);
}

#[test]
fn wider_elements() {
    let value = types::Wide {
        a: vec![[1; 16], [2; 16]],
        b: vec![[3; 32]],
        c: vec![true, false],
        d: vec!["".into(), "abcd".into()],
        e: vec![vec![9; 254].into()],
    };
    let packed = Pack::boxed(2)
        .vector(&[[1; 16], [2; 16]], |pack, x| pack.raw(x))
        .vector(&[[3; 32]], |pack, x| pack.raw(x))
        .vector(&[true, false], |pack, x| pack.boolean(*x))
        .vector(&["", "abcd"], |pack, x| pack.string(x))
        .vector(&[[9; 254]], |pack, x| pack.bytes(x));
    assert_wire(&value, packed);
}

#[test]
fn boxed_elements() {
    let value = types::Boxes {
        a: vec![types::Item { x: 1 }],
        b: vec![enums::Choice::None, types::One { x: 2 }.into()],
    };
    let packed = Pack::boxed(3)
        .vector(&[1], |pack, x| pack.nat(0xa1).int(*x))
        .nat(Pack::VECTOR)
        .nat(2)
        .nat(0xa3)
        .nat(0xa2)
        .int(2);
    assert_wire(&value, packed);
}

#[test]
fn bare_elements_and_bare_vectors() {
    let item = |x| vec![types::Item { x }];
    let value = types::Bares { a: item(1), b: item(2), c: item(3), d: item(4) };
    let bare = |pack: Pack, x: &i32| pack.int(*x);
    let packed = Pack::boxed(4)
        .vector(&[1], bare)
        .vector(&[2], bare)
        .bare_vector(&[3], bare)
        .bare_vector(&[4], |pack, x| pack.nat(0xa1).int(*x));
    assert_wire(&value, packed);
}

#[test]
fn vectors_of_vectors() {
    let items = vec![vec![types::Item { x: 4 }]];
    let value = types::Nested { a: vec![vec![1], vec![]], b: vec![vec![3]], c: items.clone(), d: items };
    let packed = Pack::boxed(5).nat(Pack::VECTOR).nat(2);
    let packed = packed.vector(&[1], |pack, x| pack.int(*x)).nat(Pack::VECTOR).nat(0);
    let packed = packed.nat(1).nat(1).int(3);
    let packed = packed.nat(Pack::VECTOR).nat(1).nat(1).nat(0xa1).int(4);
    assert_wire(&value, packed.nat(1).nat(Pack::VECTOR).nat(1).int(4));
}

#[test]
fn other_spellings() {
    let value = types::Spelled { a: vec![1], b: vec![types::Item { x: 2 }], c: vec![3], d: vec![4] };
    let packed = Pack::boxed(6).vector(&[1], |pack, x| pack.int(*x)).nat(1).int(2);
    assert_wire(&value, packed.nat(1).int(3).nat(1).int(4));
}

#[test]
fn a_vector_without_its_id() {
    let error = refused::<types::Spelled>(&Pack::boxed(6).nat(1).int(1).done());
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 1 });
    assert_eq!((error.offset(), error.expected()), (4, Some("Vector")));
}

#[test]
fn vectors_by_themselves() {
    let boxed = vec![enums::Choice::None];
    assert_wire(&boxed, Pack::boxed(Pack::VECTOR).nat(1).nat(0xa3));
    assert_eq!(Vec::<types::Item>::from_bytes(&boxed[..0].to_vec().to_bytes().unwrap()).unwrap(), []);
}

/// An element without bytes costs its sender none, so they are limited by number; one of a mask only has four.
#[test]
fn elements_without_bytes() {
    let nothing = |count: u32| vec![types::Nothing; count as usize];
    let value = |a, b| types::Empties { a: nothing(a), b: nothing(b), c: vec![types::Flagged { flags: 0 }] };
    let packed = |a, b| Pack::boxed(7).nat(a).nat(Pack::VECTOR).nat(b).nat(Pack::VECTOR).nat(1).nat(0);
    assert_wire(&value(3, 2), packed(3, 2));
    assert_wire(&value(65_535, 1), packed(65_535, 1));
    let limit = |count, max| DecodeErrorKind::CountTooLarge { count, max };
    assert_eq!(*refused::<types::Empties>(&packed(65_536, 1).done()).kind(), limit(1, 0));
    for count in [0x7fff_ffff, 0x8000_0000, u32::MAX] {
        let error = refused::<types::Empties>(&packed(count, 0).done());
        assert!(
            matches!(error.kind(), DecodeErrorKind::CountTooLarge { count: found, .. } if *found == count)
        );
    }
    assert!(value(65_536, 1).to_bytes().is_err());
}
