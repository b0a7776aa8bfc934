use crate::fixtures::{Point, Text};
use crate::{
    BareDeserializable, BareSerializable, Bytes, Combinator, DecodeError, Deserializable, DynCombinator,
    Function, Serializable, True, Writer,
};

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

/// `ask#a11ba5e = geo.Point`, a function.
#[derive(Debug)]
struct Ask;

impl Combinator for Ask {
    const ID: u32 = 0x0a11_ba5e;
    const NAME: &'static str = "ask";
    const TL: &'static str = "ask#a11ba5e = geo.Point";
}

impl Serializable for Ask {
    fn write_to(&self, mut writer: Writer<'_>) {
        writer.write(&Self::ID);
    }
}

impl Function for Ask {
    type Return = Point;
}

#[test]
fn references_and_boxes_are_the_calls_that_they_hold() {
    fn reply<F>(call: &F, answer: &[u8]) -> (u32, &'static str, &'static str, Result<Point, DecodeError>)
    where
        F: Function<Return = Point>,
    {
        assert_eq!(call.to_bytes().unwrap(), F::ID.to_le_bytes());
        (F::ID, F::NAME, F::TL, call.answer(answer))
    }
    let point = Point { x: 1, y: 2 };
    let answer = point.to_bytes().unwrap();
    let expected = (Ask::ID, Ask::NAME, Ask::TL, Ok(point));
    assert_eq!(reply(&Ask, &answer), expected);
    assert_eq!(reply(&&Ask, &answer), expected);
    assert_eq!(reply(&Box::new(Ask), &answer), expected);
    let queue: [&dyn DynCombinator; 2] = [&&Ask, &Box::new(Ask)];
    assert_eq!(queue.map(|call| (call.constructor_id(), call.constructor_name())), [(Ask::ID, "ask"); 2]);
}

#[test]
fn the_bare_form_of_what_a_box_holds_is_bare() {
    let point = Point { x: 1, y: 2 };
    let bytes = point.to_bare_bytes().unwrap();
    let on_heap = Box::new(point);
    assert_eq!(on_heap.to_bare_bytes().unwrap(), bytes);
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
fn a_bare_prefix_says_how_long_it_is() {
    let point = Point { x: 1, y: 2 };
    let mut bytes = point.to_bare_bytes().unwrap();
    bytes.extend([0; 5]);
    assert_eq!(Point::from_bare_prefix(&bytes).unwrap(), (point, 12));
    assert!(Point::from_bare_bytes(&bytes).is_err());
    let error = Point::from_bare_prefix(&bytes[..11]).unwrap_err();
    assert_eq!(error.path().collect::<Vec<_>>(), ["geo.point"]);
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
