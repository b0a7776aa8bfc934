use super::api::SCHEMA;
use tl_runtime::reflect::Condition;

#[test]
fn combinators_are_found_by_id_and_by_name() {
    for combinator in SCHEMA.combinators() {
        assert_eq!(SCHEMA.combinator(combinator.id()), Some(combinator));
        assert_eq!(SCHEMA.by_name(combinator.name()), Some(combinator));
    }
    assert_eq!(SCHEMA.combinators().len(), 9);
    assert_eq!(SCHEMA.combinator(0), None);
    assert_eq!(SCHEMA.by_name("messages.sen"), None);
    assert_eq!(SCHEMA.layer(), Some(7));
}

#[test]
fn a_combinator_knows_its_line() {
    let peer = SCHEMA.by_name("inputPeerSelf").expect("it is in the schema");
    assert_eq!(peer.id(), 0x7da0_7ec9);
    assert_eq!(peer.docs(), "The user itself.");
    assert_eq!(peer.result(), "InputPeer");
    assert!(!peer.is_function());
    let send = SCHEMA.by_name("messages.send").expect("it is in the schema");
    assert_eq!(send.result(), "Vector<long>");
    assert_eq!(send.line(), "messages.send#00000005 message:Message count:int = Vector<long>");
    assert!(send.is_function());
}

#[test]
fn fields_know_name_type_and_condition() {
    let message = SCHEMA.by_name("message").expect("it is in the schema");
    let fields: Vec<_> = message.fields().map(|field| (field.name(), field.ty())).collect();
    assert_eq!(fields[..4], [("flags", "#"), ("silent", "true"), ("peer", "InputPeer"), ("text", "string")]);
    let conditions: Vec<_> = message.fields().filter_map(|field| field.condition()).collect();
    let bit = |mask, bit| Condition { mask, bit };
    let expected = [bit("flags", 5), bit("flags", 1), bit("flags", 2), bit("mode", 0), bit("flags", 9)];
    assert_eq!(conditions, expected);
    let hidden: Vec<_> =
        message.fields().filter(|field| field.is_hidden()).map(|field| field.name()).collect();
    assert_eq!(hidden, ["flags"]);
}
