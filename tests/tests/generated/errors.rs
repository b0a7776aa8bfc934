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
    every #6 flags:# type:flags.0?int date:long at:long either:Either = Every;
    left #7 bare:vector<%Chats> = Either;
    right #8 rows:Vector<Vector<Chat>> = Either;
    chats #9 first:Chat = Chats;
}

/// Outermost first, as somebody who looks into a dump would go.
#[test]
fn the_path_leads_to_the_fault() {
    let start = Pack::boxed(5).nat(Pack::VECTOR).nat(2).nat(4).nat(3).nat(Pack::VECTOR).nat(2).nat(2);
    let error = refused::<enums::Updates>(&start.clone().nat(0x1234_5678).done());
    assert_eq!(error.path().collect::<Vec<_>>(), ["updates", "update"]);
    assert_eq!((error.offset(), error.expected()), (32, Some("Chat")));
    assert_eq!(
        error.to_string(),
        "unknown id 0x12345678 at byte 32, expected Chat, in updates.list[1].chats[1]"
    );
    let error = refused::<enums::Updates>(&start.nat(1).long(1).raw(b"\x02\xff\xff\0").int(0).done());
    assert_eq!(error.path().collect::<Vec<_>>(), ["updates", "update", "chat"]);
    assert!(matches!(error.kind(), DecodeErrorKind::InvalidUtf8(_)));
    assert_eq!(error.place().to_string(), "updates.list[1].chats[1].title");
}

/// Of what is read at once, it is the first field; of a vector that is all of the input, an element.
#[test]
fn the_field_and_the_element() {
    let place = |bytes: &[u8]| enums::Every::from_bytes(bytes).unwrap_err().place().to_string();
    let start = || Pack::boxed(6).nat(1);
    assert_eq!(place(&start().done()), "every.type");
    assert_eq!(place(&start().int(1).done()), "every.date");
    let start = || start().int(1).long(2).long(3);
    assert_eq!(place(&start().nat(1).done()), "every.either");
    assert_eq!(place(&start().nat(7).nat(2).nat(2).nat(0).done()), "every.either.bare[1].first");
    assert_eq!(place(&start().nat(8).nat(Pack::VECTOR).nat(9).done()), "every.either.rows");
    let rows = start().nat(8).nat(Pack::VECTOR).nat(2).nat(Pack::VECTOR).nat(0);
    assert_eq!(place(&rows.nat(Pack::VECTOR).nat(1).nat(5).done()), "every.either.rows[1][0]");
    let chats = Pack::boxed(Pack::VECTOR).nat(2).nat(2).nat(3).done();
    let error = Vec::<enums::Chat>::from_bytes(&chats).unwrap_err();
    assert_eq!(error.to_string(), "unknown id 0x00000003 at byte 12, expected Chat, in [1]");
    assert_eq!(enums::Chat::from_bytes(&[]).unwrap_err().place().to_string(), "");
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
