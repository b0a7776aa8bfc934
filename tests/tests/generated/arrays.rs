//! Repetition with a number: `4*[ int ]`.

use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    item #a1 x:int y:string = Item;
    arrays #1 a:4*[ int ] b:2*[ Item ] c:2*[ item ] d:1*[ Vector<int> ] e:0*[ int ] = Arrays;
    grid #2 a:2*[ 3*[ int ] ] = Grid;
    unnamed #3 4*[ int ] = Unnamed;
    optional #4 mode:# a:mode.0?2*[ long ] = Optional;
    texts #5 a:2*[ string ] b:2*[ int128 ] c:2*[ Bool ] = Texts;
}

fn item(x: i32) -> types::Item {
    types::Item { x, y: "y".into() }
}

#[test]
fn arrays_of_everything() {
    let value =
        types::Arrays { a: [1, 2, 3, 4], b: [item(5), item(6)], c: [item(7), item(8)], d: [vec![9]], e: [] };
    let packed = (1..=4).fold(Pack::boxed(1), Pack::int);
    let packed = packed.nat(0xa1).int(5).string("y").nat(0xa1).int(6).string("y");
    let packed = packed.int(7).string("y").int(8).string("y");
    assert_wire(&value, packed.vector(&[9], |pack, x| pack.int(*x)));
}

#[test]
fn arrays_of_arrays() {
    assert_wire(&types::Grid { a: [[1, 2, 3], [4, 5, 6]] }, (1..=6).fold(Pack::boxed(2), Pack::int));
}

#[test]
fn an_array_without_a_name() {
    assert_wire(&types::Unnamed([1, 2, 3, 4]), (1..=4).fold(Pack::boxed(3), Pack::int));
}

#[test]
fn an_array_that_may_be_absent() {
    assert_wire(&types::Optional::new(0), Pack::boxed(4).nat(0));
    let value = types::Optional { mode: 0, a: Some([1, 2]) };
    assert_wire(&value, Pack::boxed(4).nat(1).long(1).long(2));
}

#[test]
fn arrays_of_text() {
    let value = types::Texts { a: ["a".into(), "".into()], b: [[1; 16], [2; 16]], c: [true, false] };
    let packed = Pack::boxed(5).string("a").string("").raw(&[1; 16]).raw(&[2; 16]);
    assert_wire(&value, packed.boolean(true).boolean(false));
}
