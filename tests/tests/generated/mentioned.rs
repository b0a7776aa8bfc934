//! What options say of definitions by their names, for files that cannot have attributes.

use tl_runtime::Combinator;
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::include_tl! {
    #![tl(
        object,
        verify_ids,
        rename("dht._node" = "OldNode", "user" = "Account"),
        id_mismatch_ok("dht.node", "dht._node", "user", "ping"),
    )]
    "tests/generated/mentioned.tl"
}

#[test]
fn lines_of_files_have_other_names() {
    assert_wire(&types::dht::Node { version: 1 }, Pack::boxed(1).int(1));
    assert_wire(&types::dht::OldNode { version: 1 }, Pack::boxed(2).long(1));
    assert_wire(&Object::OldNode(types::dht::OldNode { version: 1 }), Pack::boxed(2).long(1));
}

/// A constructor and a function that share a name are in two modules.
#[test]
fn one_name_may_mean_two() {
    assert_eq!(types::Account::NAME, functions::Account::NAME);
}
