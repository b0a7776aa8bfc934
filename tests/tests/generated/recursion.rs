//! Types that contain themselves: a box where a cycle needs one, and nowhere else.

use tl_runtime::private::{Encode, Head};
use tl_runtime::{DecodeErrorKind, Deserializable, EncodeErrorKind, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    leaf #a1 value:int = Tree;
    node #a2 left:Tree right:Tree = Tree;
    list #a3 items:Vector<List> = List;
    chain #a4 flags:# value:int next:flags.0?Chain = Chain;
    ping #a5 flags:# pong:flags.0?Pong = Ping;
    pong #a6 flags:# ping:flags.0?Ping = Pong;
    plain #a7 chain:Chain ping:Ping pair:Pair = Plain;
    pair #a8 x:int y:int = Pair;
    textEmpty #b1 = Text;
    textBold #b2 text:Text = Text;
    textConcat #b3 texts:Vector<Text> = Text;
    textUrl #b4 text:Text url:string = Text;
}

fn leaf(value: i32) -> enums::Tree {
    types::Leaf { value }.into()
}

#[test]
fn a_tree() {
    let inner = types::Node { left: leaf(1).into(), right: leaf(2).into() };
    let tree = types::Node { left: enums::Tree::from(inner).into(), right: leaf(3).into() };
    let packed = Pack::boxed(0xa2).nat(0xa2).nat(0xa1).int(1).nat(0xa1).int(2).nat(0xa1).int(3);
    assert_wire(&enums::Tree::from(tree), packed);
}

/// The types say where boxes are: these would not compile with others.
#[test]
fn boxes_only_where_a_cycle_needs_them() {
    let _: fn(types::List) -> Vec<types::List> = |list| list.items;
    let _: fn(types::Chain) -> Option<Box<types::Chain>> = |chain| chain.next;
    let _: fn(types::Plain) -> (types::Chain, types::Ping, types::Pair) =
        |plain| (plain.chain, plain.ping, plain.pair);
    let _: fn(types::TextConcat) -> Vec<enums::Text> = |text| text.texts;
    let _: fn(types::TextBold) -> Box<enums::Text> = |text| text.text;
}

/// Two types that contain each other have one box between them.
#[test]
fn one_box_for_a_cycle() {
    assert_eq!(size_of::<types::Chain>(), 16);
    let _: fn(types::Ping) -> Option<types::Pong> = |ping| ping.pong;
    let _: fn(types::Pong) -> Option<Box<types::Ping>> = |pong| pong.ping;
    let ping = types::Ping { pong: Some(types::Pong { ping: None }) };
    assert_wire(&ping, Pack::boxed(0xa5).flags(&[0]).nat(0xa6).flags(&[]));
}

fn chain(length: usize) -> types::Chain {
    (1..length).fold(types::Chain::new(0), |next, _| types::Chain { value: 1, next: Some(next.into()) })
}

fn packed_chain(length: usize) -> Pack {
    let inner = (1..length).fold(Pack::bare(), |pack, _| pack.nat(0xa4).flags(&[0]).int(1));
    inner.nat(0xa4).flags(&[]).int(0)
}

#[test]
fn depth_is_limited_both_ways() {
    assert_wire(&chain(256), packed_chain(256));
    let error = chain(257).to_bytes().unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::TooDeep { limit: 256 });
    let error = refused::<types::Chain>(&packed_chain(257).done());
    assert_eq!(*error.kind(), DecodeErrorKind::TooDeep { limit: 256 });
    assert_eq!(error.path().len(), 256);
}

/// A level is a combinator of a type that may contain itself: the schema limits how deep the others are.
#[test]
fn only_what_may_be_nested_without_end_is_a_level() {
    const fn is_level<T: Encode>() -> bool {
        <T::Head as Head>::RECURSIVE
    }
    const { assert!(is_level::<types::Leaf>() && is_level::<types::List>() && is_level::<types::Ping>()) };
    const { assert!(!is_level::<types::Plain>() && !is_level::<types::Pair>()) };
    let plain = types::Plain {
        chain: chain(256),
        ping: types::Ping { pong: None },
        pair: types::Pair { x: 1, y: 2 },
    };
    let packed = Pack::boxed(0xa7).then(&packed_chain(256)).nat(0xa5).flags(&[]).nat(0xa8).int(1).int(2);
    assert_wire(&plain, packed);
    refused::<types::Plain>(&Pack::boxed(0xa7).then(&packed_chain(257)).done());
}

/// What decode can return can also be cloned, compared, printed and dropped.
#[test]
fn the_deepest_value_is_harmless() {
    let bytes = (0..255).fold(Pack::bare(), |pack, _| pack.nat(0xb2)).nat(0xb1).done();
    let text = enums::Text::from_bytes(&bytes).unwrap();
    assert_eq!(text.clone(), text);
    assert_eq!(format!("{text:?}").matches("Bold").count(), 2 * 255);
    refused::<enums::Text>(&(0..100_000).fold(Pack::bare(), |pack, _| pack.nat(0xb2)).done());
}

#[test]
fn deep_vectors() {
    let nested = |levels| (0..levels).fold(Pack::bare(), |pack, _| pack.nat(0xa3).nat(Pack::VECTOR).nat(1));
    let end = |pack: Pack| pack.nat(0xa3).nat(Pack::VECTOR).nat(0).done();
    let list = types::List::from_bytes(&end(nested(255))).unwrap();
    assert_eq!(list.to_bytes().unwrap(), end(nested(255)));
    refused::<types::List>(&end(nested(256)));
}
