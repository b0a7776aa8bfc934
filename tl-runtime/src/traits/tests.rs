use crate::fixtures::{Point, Text};
use crate::{BareSerializable, Bytes, Deserializable, DynCombinator, Serializable, True};

#[test]
fn references_and_boxes_are_written_as_what_they_hold() {
    let point = Point { x: 1, y: 2 };
    let bytes = point.to_bytes().unwrap();
    assert_eq!((&&point).to_bytes().unwrap(), bytes);
    assert_eq!(Box::new(point.clone()).to_bytes().unwrap(), bytes);
    let text = Box::new(Text::nested(2));
    assert_eq!(text.size_hint(), (*text).size_hint());
    assert_eq!(Box::<Text>::from_bytes(&text.to_bytes().unwrap()).unwrap(), text);
    assert_eq!(vec![&point, &point].to_bytes().unwrap(), vec![point.clone(), point].to_bytes().unwrap());
}

#[test]
fn trait_objects_are_serializable() {
    let values: Vec<Box<dyn Serializable + Send>> =
        vec![Box::new(7_i32), Box::new(Text::nested(0)), Box::new("abc")];
    let bytes = values.to_bytes().unwrap();
    let parts = [7_i32.to_bytes(), Text::nested(0).to_bytes(), "abc".to_bytes()].map(Result::unwrap).concat();
    assert_eq!(bytes[8..], parts);
    let borrowed: &dyn Serializable = &values;
    assert_eq!(borrowed.to_bytes().unwrap(), bytes);
    assert_eq!(borrowed.size_hint(), values.size_hint());
}

#[test]
fn combinators_have_identities_without_generics() {
    let combinators: [&dyn DynCombinator; 2] = [&True, &Point { x: 1, y: 2 }];
    assert_eq!(combinators.map(|combinator| combinator.constructor_name()), ["true", "geo.point"]);
    for combinator in combinators {
        assert_eq!(combinator.to_bytes().unwrap()[..4], combinator.constructor_id().to_le_bytes());
    }
}

#[test]
fn a_prefix_says_how_long_it_is() {
    let point = Point { x: 1, y: 2 };
    let mut bytes = point.to_bytes().unwrap();
    bytes.extend([0; 5]);
    assert_eq!(Point::from_prefix(&bytes).unwrap(), (point, 16));
    assert!(Point::from_bytes(&bytes).is_err());
    assert!(Point::from_prefix(&bytes[..15]).is_err());
}

#[test]
fn a_buffer_of_another_kind_gets_the_bytes_once_and_whole() {
    let point = Point { x: 1, y: 2 };
    let mut out = bytes::BytesMut::from(&b"head"[..]);
    point.serialize_into(&mut out).unwrap();
    assert_eq!(out[4..], point.to_bytes().unwrap());
    let deep = Text::nested(300);
    assert!(deep.serialize_into(&mut out).is_err());
    assert_eq!(out.len(), 20);
    let shared: Bytes = out.freeze();
    assert_eq!(Point::from_prefix(&shared[4..]).unwrap().1, 16);
    assert_eq!(point.to_bare_bytes().unwrap(), shared[8..]);
}
