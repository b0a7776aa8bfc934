//! Boxed types: enums, their variants, and the types that need none.

use tl_runtime::Deserializable;
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    inputPeerEmpty #1 = InputPeer;
    inputPeerSelf #2 = InputPeer;
    inputPeerUser #3 user_id:long = InputPeer;
    message #4 id:int = Message;
    messageEmpty #5 = Message;
    peerish #6 = Other;
    peer2 #7 = Peer;
    peer #8 flags:# = Peer;
    peerX #9 flags:# a:flags.0?true = Peer;
    single #a peer:InputPeer = Wrapped;
    foldersNone #b = folders.Folders;
    folders.all #c = folders.Folders;
}

#[test]
fn variants_drop_the_name_of_their_type() {
    assert_wire(&enums::InputPeer::Empty, Pack::boxed(1));
    assert_wire(&enums::InputPeer::InputPeerSelf, Pack::boxed(2));
    assert_wire(&enums::InputPeer::User(types::InputPeerUser { user_id: 3 }), Pack::boxed(3).long(3));
    assert_wire(&enums::Message::Message(types::Message { id: 1 }), Pack::boxed(4).int(1));
    assert_wire(&enums::Message::Empty, Pack::boxed(5));
    assert_wire(&enums::folders::Folders::None, Pack::boxed(0xb));
    assert_wire(&enums::folders::Folders::All, Pack::boxed(0xc));
}

/// A rest that is not a name of its own does not count: `2`, `ish`.
#[test]
fn variants_that_keep_the_whole_name() {
    assert_wire(&enums::Peer::Peer2, Pack::boxed(7));
    assert_wire(&enums::Peer::X(types::PeerX { a: true }), Pack::boxed(9).flags(&[0]));
}

#[test]
fn a_constructor_with_only_a_number() {
    let peer: enums::Peer = types::Peer { flags: 5 }.into();
    assert_wire(&peer, Pack::boxed(8).nat(5));
}

#[test]
fn a_single_constructor_needs_no_enum() {
    let _: enums::Wrapped = types::Single { peer: enums::InputPeer::Empty };
    assert_wire(&types::Peerish, Pack::boxed(6));
    let _: enums::Other = types::Peerish;
}

/// The struct of a variant insists on its own id, the enum takes those of all.
#[test]
fn ids_of_other_variants() {
    let error = refused::<types::InputPeerUser>(&Pack::boxed(1).done());
    assert_eq!(error.to_string(), "unknown id 0x00000001 at byte 0, expected inputPeerUser");
    let error = refused::<types::Single>(&Pack::boxed(0xa).nat(4).done());
    assert_eq!(error.to_string(), "unknown id 0x00000004 at byte 4, expected InputPeer, in single.peer");
    assert!(enums::InputPeer::from_bytes(&Pack::boxed(2).done()).is_ok());
}
