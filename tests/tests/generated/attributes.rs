//! Attributes of one definition: `rename`, `cfg`, `deprecated`, `doc`.

use tl_runtime::{Combinator, Deserializable, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    #[tl(rename = "Id")]
    iD #1 a:int = Named;
    #[tl(rename = "Other")]
    id #2 a:int = Named;

    always #3 = Choice;
    #[cfg(not(test))]
    never #4 a:int = Choice;
    #[cfg(test)]
    tested #5 a:int = Choice;

    #[cfg(any())]
    alone #6 x:int = Alone;
    #[cfg(not(any()))]
    alone2 #7 x:int = Alone2;

    #[deprecated(note = "use `tested`")]
    #[doc = "Old."]
    #[doc(hidden)]
    old #a a:int = Old;
    ---functions---
    #[cfg(any())]
    getAlone #b x:int = Alone;
    #[tl(rename = "Ask")]
    ns.get #c x:int = Alone2;
}

#[test]
fn rename_changes_the_rust_name_only() {
    let id = types::Id { a: 1 };
    assert_eq!((types::Id::NAME, types::Other::NAME), ("iD", "id"));
    assert_wire(&enums::Named::from(id), Pack::boxed(1).int(1));
    assert_wire(&enums::Named::Other(types::Other { a: 2 }), Pack::boxed(2).int(2));
    assert_eq!(functions::ns::Ask { x: 1 }.to_bytes().unwrap(), Pack::boxed(0xc).int(1).done());
}

/// The constructor that is not compiled is an unknown id.
#[test]
fn cfg_takes_out_one_definition() {
    assert_wire(&enums::Choice::Tested(types::Tested { a: 1 }), Pack::boxed(5).int(1));
    assert_wire(&enums::Choice::Always, Pack::boxed(3));
    assert!(enums::Choice::from_bytes(&Pack::boxed(4).done()).is_err());
    assert_wire(&types::Alone2 { x: 1 }, Pack::boxed(7).int(1));
}

#[test]
#[allow(deprecated)]
fn deprecated_still_works() {
    assert_wire(&types::Old { a: 1 }, Pack::boxed(0xa).int(1));
}
