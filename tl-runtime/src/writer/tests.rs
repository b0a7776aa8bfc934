use crate::fixtures::{Point, Route, Text, written, written_within};
use crate::{EncodeErrorKind, Serializable, Writer};

/// A route in as many others as it takes to have this many levels.
fn routes(levels: usize) -> Route {
    (1..levels).fold(Route::default(), |route, _| Route { detour: Some(Box::new(route)), ..Route::default() })
}

#[test]
fn a_combinator_is_its_id_and_its_fields() {
    let point = Point { x: 1, y: -2 };
    let bytes = point.to_bytes().unwrap();
    assert_eq!(bytes, b"\xef\xbe\xad\xde\x01\0\0\0\xfe\xff\xff\xff\xff\xff\xff\xff");
}

#[test]
fn flags_say_what_follows() {
    let route =
        Route { closed: true, points: Some(vec![Point { x: 1, y: 2 }]), length: Some(3), detour: None };
    let expected = b"\x33\x33\x33\x33\x03\0\0\0\x01\0\0\0\x01\0\0\0\x02\0\0\0\0\0\0\0\x03\0\0\0";
    assert_eq!(route.to_bytes().unwrap(), expected);
}

#[test]
fn hints_are_what_values_take_at_least() {
    for len in [0, 1, 3, 4, 253, 254, 255, 256, 100_000] {
        let data = vec![7; len];
        let bytes = data.as_slice().to_bytes().unwrap();
        assert!(data.as_slice().size_hint() <= bytes.len(), "{len}");
        assert!(bytes.capacity() < 1_100.max(bytes.len() + 100), "{len}");
    }
    let texts = vec!["some text".to_owned(); 65];
    assert_eq!(texts[..64].to_vec().size_hint(), 8 + 64 * 12);
    assert_eq!(texts.size_hint(), 8 + 64 * 12); // only so many are looked at
}

#[test]
fn serialize_appends() {
    let mut out = vec![9];
    7_i32.serialize(&mut out).unwrap();
    assert_eq!(out, [9, 7, 0, 0, 0]);
}

#[test]
fn a_mistake_leaves_the_buffer_as_it_was() {
    let mut out = vec![1, 2, 3];
    let half = Route { length: Some(1), ..Route::default() };
    assert!(vec![half].serialize(&mut out).is_err());
    assert_eq!(out, [1, 2, 3]);
    7_i32.serialize(&mut out).unwrap();
    assert_eq!(out.len(), 7);
}

#[test]
fn a_panic_leaves_the_buffer_as_it_was() {
    struct Faulty;
    impl Serializable for Faulty {
        fn write_to(&self, mut writer: Writer<'_>) {
            writer.u32(1);
            panic!("on purpose");
        }
    }
    let mut out = vec![1, 2, 3];
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| Faulty.serialize(&mut out)));
    assert!(result.is_err());
    assert_eq!(out, [1, 2, 3]);
}

#[test]
fn the_first_mistake_is_reported() {
    let error = written(|mut writer| {
        writer.fail(EncodeErrorKind::ObjectWithoutId { len: 2 });
        writer.disagree("route", &[("points", true), ("length", false)]);
    });
    assert_eq!(*error.unwrap_err().kind(), EncodeErrorKind::ObjectWithoutId { len: 2 });
}

#[test]
fn depth_is_limited() {
    assert!(routes(256).to_bytes().is_ok());
    assert_eq!(*routes(257).to_bytes().unwrap_err().kind(), EncodeErrorKind::TooDeep { limit: 256 });
    assert!(Text::nested(255).to_bytes().is_ok());
    assert!(Text::nested(256).to_bytes().is_err());
}

#[test]
fn the_depth_limit_can_be_set() {
    let encode = |levels, limit| written_within(limit, |mut writer| writer.write(&routes(levels)));
    assert!(encode(3, 3).is_ok());
    assert_eq!(*encode(4, 3).unwrap_err().kind(), EncodeErrorKind::TooDeep { limit: 3 });
}

#[test]
fn no_level_at_all() {
    let error = written_within(0, |mut writer| {
        writer.write(&vec![7_i32]);
        writer.write(&Route::default());
    });
    assert_eq!(*error.unwrap_err().kind(), EncodeErrorKind::TooDeep { limit: 0 });
}

/// Of 32 bits: more elements than that are not cut to the lowest of them.
#[test]
fn counts_are_not_cut() {
    let count = |count: u64| {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        written(|mut writer| writer.count(count)).map_err(|error| error.kind().clone())
    };
    assert_eq!(count(u64::from(u32::MAX)).unwrap(), [0xff; 4]);
    #[cfg(target_pointer_width = "64")]
    for too_large in [1 << 32, (1 << 32) + 1, u64::MAX] {
        let kind = EncodeErrorKind::CountTooLarge { count: too_large as usize, max: u32::MAX as usize };
        assert_eq!(count(too_large), Err(kind));
    }
}

#[test]
fn levels_are_left_again() {
    let route = Route { points: Some(vec![Point { x: 1, y: 2 }]), length: Some(0), ..Route::default() };
    let thrice = written_within(2, |mut writer| (0..3).for_each(|_| writer.write(&route)));
    assert!(thrice.is_ok());
}
