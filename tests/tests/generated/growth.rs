//! `New`, `Final` and `Empty`; constructors that are named after their type.

use tl_runtime::{Combinator, DecodeErrorKind};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    #![derive(Eq, Hash)]
    New ab.User;
    _ #d23c81a3 id:int = ab.User;
    Final ab.User;
    Empty False;
    peer #a1 = Peer;
    _ #a2 id:int = peers.Peer;
    never #a3 nothing:False = Never;
    perhaps #a4 flags:# nothing:flags.0?False list:Vector<False> = Perhaps;
}

mod text {
    tl_runtime::tl! {
        r"
        _ id:int = ab.User;
        Empty ab.False;
        holder#1 any:Vector<ab.False> = Holder;
        "
    }
}

#[test]
fn nameless_constructors() {
    assert_wire(&types::ab::User { id: 5 }, Pack::boxed(0xd23c_81a3).int(5));
    assert_wire(&types::peers::Peer { id: 5 }, Pack::boxed(0xa2).int(5));
    assert_eq!(types::ab::User::NAME, "ab.user");
    assert_eq!(types::ab::User::TL, "_#d23c81a3 id:int = ab.User");
    assert_eq!(text::types::ab::User::ID, 0x0b32_9e8d, "that of its line");
}

/// No bytes are a value of a type without constructors; fields that may be absent have no value of it.
#[test]
fn types_without_values() {
    let error = refused::<types::Never>(&Pack::boxed(0xa3).nat(7).done());
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 7 });
    assert_eq!(error.expected(), Some("False"));
    assert_wire(
        &types::Perhaps { nothing: None, list: vec![] },
        Pack::boxed(0xa4).nat(0).nat(Pack::VECTOR).nat(0),
    );
    refused::<types::Perhaps>(&Pack::boxed(0xa4).nat(1).nat(7).nat(Pack::VECTOR).nat(0).done());
    refused::<enums::False>(&[0; 4]);
    let error = refused::<text::types::Holder>(&Pack::boxed(1).nat(Pack::VECTOR).nat(1).nat(7).done());
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 7 });
}
