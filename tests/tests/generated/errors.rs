//! What decode errors say about where.

use tl_runtime::{DecodeErrorKind, Deserializable};
use tl_tests::pack::Pack;
use tl_tests::wire::refused;

tl_runtime::tl! {
    chat #1 id:long title:string = Chat;
    chatEmpty #2 = Chat;
    update #3 chats:Vector<Chat> count:int = Update;
    updateNone #4 = Update;
    updates #5 list:Vector<Update> = Updates;
}

/// Outermost first, as somebody who looks into a dump would go.
#[test]
fn the_path_leads_to_the_fault() {
    let start = Pack::boxed(5).nat(Pack::VECTOR).nat(2).nat(4).nat(3).nat(Pack::VECTOR).nat(2).nat(2);
    let error = refused::<enums::Updates>(&start.clone().nat(0x1234_5678).done());
    assert_eq!(error.path().collect::<Vec<_>>(), ["updates", "update"]);
    assert_eq!((error.offset(), error.expected()), (32, Some("Chat")));
    assert_eq!(error.to_string(), "unknown id 0x12345678 at byte 32, expected Chat, in updates > update");
    let error = refused::<enums::Updates>(&start.nat(1).long(1).raw(b"\x02\xff\xff\0").int(0).done());
    assert_eq!(error.path().collect::<Vec<_>>(), ["updates", "update", "chat"]);
    assert!(matches!(error.kind(), DecodeErrorKind::InvalidUtf8(_)));
}

#[test]
fn counts_that_cannot_be() {
    let error = refused::<enums::Updates>(&Pack::boxed(5).nat(Pack::VECTOR).nat(3).nat(4).nat(4).done());
    assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count: 3, max: 2 });
    assert_eq!(error.offset(), 8);
}

#[test]
fn bytes_left_over() {
    let error = refused::<enums::Update>(&Pack::boxed(4).nat(0).done());
    assert_eq!(*error.kind(), DecodeErrorKind::TrailingBytes { count: 4 });
    assert!(enums::Update::from_bytes(&[4, 0, 0, 0]).is_ok());
}
