use crate::fixtures::{Point, Route, Text};
use crate::form::{Boxed, Counted};
use crate::{Bytes, DecodeError, DecodeErrorKind, Deserializable, RawObject, Reader, Serializable};

#[test]
fn fields_follow_the_id() {
    let bytes = b"\xef\xbe\xad\xde\x01\0\0\0\xfe\xff\xff\xff\xff\xff\xff\xff";
    assert_eq!(Point::from_bytes(bytes).unwrap(), Point { x: 1, y: -2 });
}

#[test]
fn flags_say_what_follows() {
    let bytes = b"\x33\x33\x33\x33\x03\0\0\0\x01\0\0\0\x01\0\0\0\x02\0\0\0\0\0\0\0\x03\0\0\0";
    let expected =
        Route { closed: true, points: Some(vec![Point { x: 1, y: 2 }]), length: Some(3), detour: None };
    assert_eq!(Route::from_bytes(bytes).unwrap(), expected);
}

#[test]
fn every_truncation_is_an_error() {
    let inner = Route { points: Some(vec![Point { x: 1, y: 2 }]), length: Some(3), ..Route::default() };
    let bytes = Route { detour: Some(Box::new(inner)), ..Route::default() }.to_bytes().unwrap();
    for end in 0..bytes.len() {
        assert!(Route::from_bytes(&bytes[..end]).is_err(), "{end}");
    }
    assert!(Route::from_bytes(&bytes).is_ok());
}

#[test]
fn bytes_left_over_are_an_error() {
    let error = i32::from_bytes(&[1, 0, 0, 0, 9, 9]).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::TrailingBytes { count: 2 }, 4));
}

#[test]
fn an_error_knows_its_place() {
    let bytes = b"\x22\x22\x22\x22\x22\x22\x22\x22\x78\x56\x34\x12";
    let error = Text::from_bytes(bytes).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 0x1234_5678 });
    assert_eq!(error.offset(), 8);
    assert_eq!(error.expected(), Some("Text"));
    assert!(error.path().eq(["textBold", "textBold"]));
}

#[test]
fn the_path_is_outermost_first() {
    // A route with one point and no length.
    let bytes = b"\x33\x33\x33\x33\x04\0\0\0\x33\x33\x33\x33\x02\0\0\0\x01\0\0\0\x01\0\0\0";
    let error = Route::from_bytes(bytes).unwrap_err();
    assert!(error.path().eq(["route", "route"]), "{error}");
    let error =
        Vec::<Point>::from_bytes(b"\x15\xc4\xb5\x1c\x01\0\0\0\xef\xbe\xad\xde\x01\0\0\0\x02\0\0\0\0\0\0");
    assert_eq!(error.unwrap_err().path().len(), 0); // refused by its count, before any point
}

#[test]
fn undeclared_flag_bits_matter_to_strict_readers_only() {
    let bytes = b"\x33\x33\x33\x33\x08\0\0\x80";
    assert_eq!(Route::from_bytes(bytes).unwrap(), Route::default());
    let error = Reader::new(bytes).with_strict(true).whole::<Route>().unwrap_err();
    assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::UndeclaredBits { bits: 0x8000_0008 }, 4));
}

/// Encode writes optional flags only where they have a bit.
#[test]
fn optional_flags_without_bits_matter_to_strict_readers_only() {
    let read =
        |mask: u32, strict| Reader::new(&mask.to_le_bytes()).with_strict(strict).optional_mask(true, 0b11);
    assert_eq!(Reader::new(&[]).with_strict(true).optional_mask(false, 0b11).unwrap(), None);
    assert_eq!(read(0b10, true).unwrap(), Some(0b10));
    assert_eq!((read(0, false).unwrap(), read(0b100, false).unwrap()), (Some(0), Some(0b100)));
    assert_eq!(*read(0, true).unwrap_err().kind(), DecodeErrorKind::EmptyMask);
    assert_eq!(*read(0b101, true).unwrap_err().kind(), DecodeErrorKind::UndeclaredBits { bits: 0b100 });
}

#[test]
fn builtin_types_are_named_where_they_cannot_be_read() {
    let expected = |error: DecodeError| error.expected().unwrap();
    assert_eq!(expected(i32::from_bytes(&[0; 3]).unwrap_err()), "int");
    assert_eq!(expected(u32::from_bytes(&[0; 3]).unwrap_err()), "#");
    assert_eq!(expected(i64::from_bytes(&[0; 7]).unwrap_err()), "long");
    assert_eq!(expected(f64::from_bytes(&[0; 7]).unwrap_err()), "double");
    assert_eq!(expected(<[u8; 32]>::from_bytes(&[0; 31]).unwrap_err()), "int256");
    assert_eq!(expected(Bytes::from_bytes(&[4, 0, 0, 0]).unwrap_err()), "bytes");
    let error = Text::from_bytes(b"\x11\x11\x11\x11\x04").unwrap_err();
    let words = "unexpected end of input (8 bytes needed, 1 left) at byte 4, expected string, in textPlain";
    assert_eq!(error.to_string(), words);
}

#[test]
fn depth_is_limited() {
    let nested = |levels: usize| {
        [b"\x22\x22\x22\x22".repeat(levels), b"\x11\x11\x11\x11\x04deep\0\0\0".to_vec()].concat()
    };
    assert_eq!(Text::from_bytes(&nested(255)).unwrap(), Text::nested(255));
    let error = Text::from_bytes(&nested(256)).unwrap_err();
    assert_eq!((error.kind(), error.path().len()), (&DecodeErrorKind::TooDeep { limit: 256 }, 256));
    let read = |levels, limit| Reader::new(&nested(levels)).with_max_depth(limit).whole::<Text>().map(drop);
    assert!(read(2, 3).is_ok());
    assert_eq!(*read(3, 3).unwrap_err().kind(), DecodeErrorKind::TooDeep { limit: 3 });
    assert_eq!(*read(0, 0).unwrap_err().kind(), DecodeErrorKind::TooDeep { limit: 0 });
    assert!(Text::from_bytes(&nested(1 << 20)).is_err()); // and no stack overflow
}

#[test]
fn levels_are_left_again() {
    let bytes = vec![Text::nested(2); 3].to_bytes().unwrap();
    assert!(Reader::new(&bytes).with_max_depth(3).whole::<Vec<Text>>().is_ok());
}

#[test]
fn bounded_values_take_exactly_their_bytes() {
    let bytes = b"\x07\0\0\0\x08\0\0\0\x09\0\0\0";
    let mut reader = Reader::new(bytes);
    assert_eq!(reader.bounded::<i32>(4).unwrap(), 7);
    assert_eq!(reader.offset(), 4);
    assert_eq!(reader.bounded::<RawObject>(4).unwrap().as_bytes(), [8, 0, 0, 0]);
    assert_eq!(reader.read::<i32>().unwrap(), 9);

    let fail = |length| Reader::new(bytes).bounded::<i32>(length).unwrap_err().kind().clone();
    assert_eq!(fail(-1), DecodeErrorKind::NegativeLength { length: -1 });
    assert_eq!(fail(13), DecodeErrorKind::UnexpectedEnd { needed: 13, left: 12 });
    assert_eq!(fail(8), DecodeErrorKind::TrailingBytes { count: 4 });
    assert_eq!(fail(3), DecodeErrorKind::UnexpectedEnd { needed: 4, left: 3 });
}

#[test]
fn offsets_in_a_bounded_value_count_from_the_start() {
    let mut reader = Reader::new(b"\x07\0\0\0\x78\x56\x34\x12\0\0\0\0");
    reader.read::<i32>().unwrap();
    let error = reader.bounded::<bool>(4).unwrap_err();
    assert_eq!(error.offset(), 4);
}

#[test]
fn bytes_are_shared_where_the_input_is() {
    let message = Bytes::from_static(b"\x07\0\0\0\x05hello\0\0\x03abc");
    let mut reader = Reader::from_shared(&message);
    reader.read::<i32>().unwrap();
    let hello = reader.read::<Bytes>().unwrap();
    assert_eq!(hello, "hello");
    assert_eq!(hello.as_ptr(), message[5..].as_ptr());
    let rest = reader.read::<RawObject>().unwrap();
    assert_eq!(rest.as_bytes().as_ptr(), message[12..].as_ptr());

    let copied = Reader::new(&message[4..]).read::<Bytes>().unwrap();
    assert_eq!(copied, hello);
    assert_ne!(copied.as_ptr(), hello.as_ptr());
}

#[test]
fn bounded_bytes_are_shared_too() {
    let message = Bytes::from_static(b"\x07\0\0\0\x05hello\0\0");
    let mut reader = Reader::from_shared(&message);
    reader.read::<i32>().unwrap();
    assert_eq!(reader.bounded::<Bytes>(8).unwrap().as_ptr(), message[5..].as_ptr());
}

#[test]
fn several_values_can_be_read_in_a_row() {
    let mut reader = Reader::new(b"\x01\0\0\0\x02\0\0\0\x03ab");
    assert_eq!(reader.read_as::<Vec<i32>>(Counted(Boxed)).unwrap(), [2]);
    assert_eq!(reader.offset(), 8);
    assert_eq!(reader.remaining(), b"\x03ab");
    assert!(reader.finish().is_err());
    assert!(reader.read::<&str>().is_err());
}

/// Any byte may become any other: what comes back is a value or an error.
#[test]
fn damage_is_no_panic() {
    let points = Route { points: Some(vec![Point { x: 1, y: 2 }]), length: Some(3), ..Route::default() };
    let route = Route { detour: Some(Box::new(points)), ..Route::default() }.to_bytes().unwrap();
    let text = vec![Text::nested(3); 2].to_bytes().unwrap();
    for bytes in [route, text] {
        for (place, byte) in (0..bytes.len()).flat_map(|place| (0..=255).map(move |byte| (place, byte))) {
            let mut damaged = bytes.clone();
            damaged[place] = byte;
            let _ = (Route::from_bytes(&damaged), Vec::<Text>::from_bytes(&damaged));
            // What a strict reader takes is what encode makes of it.
            if let Ok(route) = Reader::new(&damaged).with_strict(true).whole::<Route>() {
                assert_eq!(route.to_bytes().unwrap(), damaged);
            }
        }
    }
}
