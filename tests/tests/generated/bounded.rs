//! A body with its length before it, as in MTProto's containers:
//! <https://core.telegram.org/mtproto/service_messages#containers>.

use tl_runtime::{DecodeErrorKind, Deserializable, RawObject, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    msg_container #73f1f8dc messages:vector<%Message> = MessageContainer;
    message #5bb8e511 msg_id:long seqno:int bytes:int body:Object = Message;
    ping #7abe77ec ping_id:long = Ping;
    pong #347773c5 msg_id:long ping_id:long = Pong;
    after #1 bytes:int body:Object rest:int = After;
    optional #5 flags:# bytes:flags.2?int body:flags.2?Object rest:flags.1?int = Optional;
    other #6 flags:# bytes:int body:flags.2?Object = Other;
    part #2 bytes:bytes = Part;
    partMissing #3 = Part;
    tree #4 branches:Vector<Tree> = Tree;
}

fn message<T: Serializable>(msg_id: i64, body: &T) -> types::Message {
    let body = RawObject::from_value(body).unwrap();
    types::Message { msg_id, seqno: 1, body }
}

fn container() -> types::MsgContainer {
    let ping = message(10, &types::Ping { ping_id: 1 });
    let pong = message(11, &types::Pong { msg_id: 2, ping_id: 3 });
    types::MsgContainer { messages: vec![ping, pong] }
}

fn packed() -> Pack {
    let start = Pack::boxed(0x73f1_f8dc).nat(2);
    let ping = start.long(10).int(1).int(12).nat(0x7abe_77ec).long(1);
    ping.long(11).int(1).int(20).nat(0x3477_73c5).long(2).long(3)
}

/// The hint knows what bodies take, so that a fresh buffer need not grow.
#[test]
fn a_fresh_buffer_has_room_for_a_container() {
    assert_eq!(container().size_hint(), container().to_bytes().unwrap().len());
    let bodies = (0..50).map(|id| message(id, &vec![id; 50])).collect();
    let bytes = types::MsgContainer { messages: bodies }.to_bytes().unwrap();
    assert!(bytes.capacity() < bytes.len() + 100, "{} for {}", bytes.capacity(), bytes.len());
}

#[test]
fn hints_go_through_variants_and_not_down_trees() {
    let part = enums::Part::Part(types::Part { bytes: vec![7; 5_000].into() });
    assert_eq!(part.size_hint(), part.to_bytes().unwrap().len());
    assert_eq!(enums::Part::Missing.size_hint(), 0);
    let tree = types::Tree { branches: vec![types::Tree { branches: vec![] }] };
    assert_eq!(tree.size_hint(), 4);
}

#[test]
fn each_message_ends_where_it_says() {
    assert_wire(&container(), packed());
    let decoded = types::MsgContainer::from_bytes(&packed().done()).unwrap();
    assert_eq!(decoded.messages[1].body.decode::<types::Pong>().unwrap().ping_id, 3);
}

#[test]
fn fields_may_follow() {
    let body = RawObject::from_value(&types::Ping { ping_id: 1 }).unwrap();
    let value = types::After { body, rest: 9 };
    assert_wire(&value, Pack::boxed(1).int(12).nat(0x7abe_77ec).long(1).int(9));
}

#[test]
fn a_length_is_there_as_its_body_is() {
    let body = RawObject::from_value(&types::Ping { ping_id: 1 }).unwrap();
    let value = types::Optional { body: Some(body), rest: Some(9) };
    assert_wire(&value, Pack::boxed(5).nat(6).int(12).nat(0x7abe_77ec).long(1).int(9));
    assert_wire(&types::Optional { body: None, rest: Some(9) }, Pack::boxed(5).nat(2).int(9));
}

/// A number that is there without the object, and so is not its length.
#[test]
fn a_number_before_an_optional_object() {
    assert_wire(&types::Other { bytes: 7, body: None }, Pack::boxed(6).nat(0).int(7));
    let body = Some(RawObject::from_value(&types::Ping { ping_id: 1 }).unwrap());
    assert_wire(&types::Other { bytes: 7, body }, Pack::boxed(6).nat(4).int(7).nat(0x7abe_77ec).long(1));
}

#[test]
fn lengths_that_cannot_be() {
    let with_length = |length| Pack::boxed(0x73f1_f8dc).nat(1).long(1).int(1).int(length).nat(1).nat(2);
    let kind = |length| refused::<types::MsgContainer>(&with_length(length).done()).kind().clone();
    assert_eq!(kind(-1), DecodeErrorKind::NegativeLength { length: -1 });
    assert_eq!(kind(12), DecodeErrorKind::UnexpectedEnd { needed: 12, left: 8 });
    assert_eq!(kind(4), DecodeErrorKind::TrailingBytes { count: 4 });
    assert!(types::MsgContainer::from_bytes(&with_length(8).done()).is_ok());
}
