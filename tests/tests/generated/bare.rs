//! Bare references: fields of a constructor that the schema names, without its id.

use tl_runtime::{BareDeserializable, BareSerializable, DecodeErrorKind, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    point #a1 x:int y:int = Point;
    ns.point #a2 z:long = ns.Point;
    bares #1 a:%Point b:point c:%ns.Point d:ns.point e:Point = Bares;
    wrapped #3 a:%Bares = Wrapped;
    peerEmpty #b1 = Peer;
    peerUser #b2 id:long name:string = Peer;
    peerGroup #b3 owner:peerUser members:vector<peerUser> nobody:peerEmpty any:Peer = Peer;
}

fn point(x: i32) -> types::Point {
    types::Point { x, y: -x }
}

fn bares() -> types::Bares {
    let z = types::ns::Point { z: 5 };
    types::Bares { a: point(1), b: point(2), c: z.clone(), d: z, e: point(3) }
}

fn packed(pack: Pack) -> Pack {
    pack.int(1).int(-1).int(2).int(-2).long(5).long(5).nat(0xa1).int(3).int(-3)
}

#[test]
fn percent_and_lower_case_have_no_id() {
    assert_wire(&bares(), packed(Pack::boxed(1)));
    assert_wire(&types::Wrapped { a: bares() }, packed(Pack::boxed(3)));
}

#[test]
fn the_bare_form_is_asked_for_by_name() {
    assert_eq!(point(1).to_bare_bytes().unwrap(), Pack::bare().int(1).int(-1).done());
    assert_eq!(types::Point::from_bare_bytes(&[1, 0, 0, 0, 255, 255, 255, 255]).unwrap(), point(1));
    assert_eq!(point(1).to_bytes().unwrap().len(), 12);
}

#[test]
fn an_id_where_none_belongs() {
    let error = refused::<types::Wrapped>(&packed(Pack::boxed(3).nat(1)).done());
    // Everything is shifted by one word, so half of a long is where an id should be.
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 0 });
    assert_eq!(error.path().collect::<Vec<_>>(), ["wrapped", "bares"]);
}

/// The name of a constructor says which one it is, also where its type has several.
#[test]
fn one_of_several_constructors() {
    let user = |id| types::PeerUser { id, name: "abc".into() };
    let group = types::PeerGroup {
        owner: user(1),
        members: vec![user(2)],
        nobody: types::PeerEmpty {},
        any: Box::new(user(3).into()),
    };
    let named = |pack: Pack, id| pack.long(id).string("abc");
    let owner = named(Pack::boxed(0xb3), 1);
    assert_wire(&group, named(named(owner.int(1), 2).nat(0xb2), 3));
}
