//! Namespaces as modules, of any depth and any name.

use tl_runtime::{Combinator, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    item #1 x:int = Item;
    a.item #2 x:Item = a.Item;
    a.b.item #3 x:a.Item y:Item = a.b.Item;
    a.b.c.item #4 w:a.b.c.Choice x:a.b.Item y:a.Item z:Item = a.b.c.Item;
    a.b.c.one #5 = a.b.c.Choice;
    a.b.c.two #6 item:%a.b.Item = a.b.c.Choice;
    type.self.match #7 x:int = type.self.Match;
    Upper.camelCase.x #8 x:type.self.Match = Upper.camelCase.X;
    types.enums.functions #9 = types.Enums;
    left.same #a = Shared;
    right.same #b = Shared;
    other #c = Shared;
    ---functions---
    a.b.c.get #d x:a.b.c.Choice = a.b.c.Choice;
    item #e x:a.Item = Item;
    crate.super.go #f x:item = Vector<a.b.c.Item>;
}

fn item() -> types::Item {
    types::Item { x: 1 }
}

#[test]
fn three_deep() {
    let a = types::a::Item { x: item() };
    let ab = types::a::b::Item { x: a.clone(), y: item() };
    let w = types::a::b::c::Two { item: ab.clone() };
    let abc: enums::a::b::c::Item = types::a::b::c::Item { w: w.into(), x: ab, y: a, z: item() };
    let packed_a = Pack::boxed(2).nat(1).int(1);
    let packed_ab = packed_a.clone().nat(1).int(1);
    let packed = Pack::boxed(4).nat(6).then(&packed_ab).nat(3).then(&packed_ab).then(&packed_a);
    assert_wire(&abc, packed.nat(1).int(1));
}

#[test]
fn functions_have_namespaces_too() {
    let get = functions::a::b::c::Get { x: enums::a::b::c::Choice::One };
    assert_eq!(get.to_bytes().unwrap(), Pack::boxed(0xd).nat(5).done());
    assert_eq!(functions::a::b::c::Get::NAME, "a.b.c.get");
    // A constructor and a function may have one name.
    assert_eq!((functions::Item::ID, types::Item::ID), (0xe, 1));
}

#[test]
fn keywords_as_namespaces() {
    let value = types::r#type::self_::Match { x: 1 };
    assert_wire(&value, Pack::boxed(7).int(1));
    let _: enums::r#type::self_::Match = value.clone();
    assert_wire(&types::upper::camel_case::X { x: value }, Pack::boxed(8).nat(7).int(1));
    let go = functions::crate_::super_::Go { x: item() };
    assert_eq!(go.to_bytes().unwrap(), Pack::boxed(0xf).int(1).done());
    assert_wire(&types::types::enums::Functions, Pack::boxed(9));
}

/// Variants that would collide take their namespaces along.
#[test]
fn one_name_in_two_namespaces() {
    assert_wire(&enums::Shared::LeftSame, Pack::boxed(0xa));
    assert_wire(&enums::Shared::RightSame, Pack::boxed(0xb));
    assert_wire(&enums::Shared::Other, Pack::boxed(0xc));
}
