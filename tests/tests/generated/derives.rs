//! What generated types implement.

use std::fmt::Debug;
use std::hash::Hash;

use tl_tests::has;

mod plain {
    tl_runtime::tl! {
        exact #1 a:int = Exact;
        inexact #2 a:double = Inexact;
        one #3 = Choice;
        two #4 a:long = Choice;
        ---functions---
        get #5 x:int = Exact;
    }
}

mod asked {
    tl_runtime::tl! {
        #![derive(Eq, Hash, Ord, PartialOrd)]
        #![tl(ids = "telegram")]
        exact #1 a:int b:bytes c:Vector<string> = Exact;
        inexact #2 a:double = Inexact;
        holds #3 flags:# a:flags.0?Vector<Inexact> = Holds;
        one #4 = Choice;
        two #5 a:double = Choice;
        three #6 = Exactly;
        four #7 a:exact = Exactly;
        loopA #8 flags:# b:flags.0?LoopB = LoopA;
        loopB #9 flags:# a:flags.0?LoopA x:flags.1?double = LoopB;
        #[derive(Default)]
        given #a a:int = Given;
        ---functions---
        get #b x:int = Exact;
        put #c x:Inexact = Exact;
    }
}

fn usual<T: Debug + Clone + PartialEq>() {}

#[test]
fn debug_clone_and_partial_eq_are_there() {
    usual::<plain::types::Exact>();
    usual::<plain::types::Inexact>();
    usual::<plain::enums::Choice>();
    usual::<plain::functions::Get>();
    assert!(!has!(plain::types::Exact: Eq) && !has!(plain::types::Exact: Hash));
}

#[test]
fn eq_and_hash_where_there_is_no_double() {
    assert!(has!(asked::types::Exact: Eq) && has!(asked::types::Exact: Hash));
    assert!(has!(asked::types::Exact: Ord) && has!(asked::types::Exact: PartialOrd));
    assert!(has!(asked::enums::Exactly: Eq) && has!(asked::enums::Exactly: Hash));
    assert!(has!(asked::functions::Get: Eq));
}

#[test]
fn a_double_inside_forbids_them() {
    assert!(!has!(asked::types::Inexact: Eq) && !has!(asked::types::Inexact: Hash));
    assert!(!has!(asked::types::Holds: Eq) && !has!(asked::types::Two: Eq));
    assert!(!has!(asked::enums::Choice: Eq) && !has!(asked::functions::Put: Hash));
    assert!(has!(asked::types::One: Eq) && has!(asked::types::One: Hash));
    // Round a cycle as well.
    assert!(!has!(asked::types::LoopA: Eq) && !has!(asked::types::LoopB: Eq));
}

/// What needs no exact equality reaches all.
#[test]
fn other_derives_reach_all() {
    assert!(has!(asked::types::Inexact: PartialOrd) && has!(asked::enums::Choice: PartialOrd));
    assert!(!has!(asked::types::Inexact: Ord));
}

#[test]
fn a_derive_of_one_definition() {
    assert_eq!(asked::types::Given::default().a, 0);
    assert!(!has!(asked::types::Four: Default));
}

#[test]
fn values_go_to_other_threads() {
    assert!(has!(asked::enums::Choice: Send) && has!(asked::enums::Choice: Sync));
    assert!(has!(asked::functions::Put: Send) && has!(asked::functions::Put: Unpin));
}
