use super::{Bare, Boxed, Counted, DecodeAs, EncodeAs, Heap, Lossy, WithId};
use crate::fixtures::{self, Point, Route, written_within};
use crate::{DecodeErrorKind, EncodeErrorKind, Reader};

fn written<T>(form: impl EncodeAs<T>, value: &T) -> Vec<u8> {
    fixtures::written(|mut writer| writer.write_as(form, value)).unwrap()
}

#[test]
fn bare_has_no_id_and_boxed_has_one() {
    let point = Point { x: 1, y: 2 };
    let (bare, boxed) = (written(Bare, &point), written(Boxed, &point));
    assert_eq!((bare.len(), boxed.len()), (12, 16));
    assert_eq!(boxed[4..], bare);
    assert_eq!(Reader::new(&bare).whole_as::<Point>(Bare).unwrap(), point);
    assert_eq!(Reader::new(&boxed).whole_as::<Point>(Boxed).unwrap(), point);
    assert_eq!(DecodeAs::<Point>::min_size(Bare), 12);
    assert_eq!(DecodeAs::<Point>::min_size(Boxed), 16);
}

#[test]
fn the_heap_leaves_no_trace() {
    let point = Box::new(Point { x: 1, y: 2 });
    let bytes = written(Heap(Bare), &point);
    assert_eq!(bytes, written::<Point>(Bare, &point));
    assert_eq!(Reader::new(&bytes).whole_as::<Box<Point>>(Heap(Bare)).unwrap(), point);
}

#[test]
fn lossy_repairs_unless_strict() {
    let bytes = b"\x03a\xffb";
    assert_eq!(Reader::new(bytes).whole_as::<String>(Lossy).unwrap(), "a\u{fffd}b");
    assert!(Reader::new(bytes).with_strict(true).whole_as::<String>(Lossy).is_err());
    assert_eq!(written(Lossy, &"ab".to_owned()), b"\x02ab\0");
}

#[test]
fn boxed_builtins_have_an_id() {
    let int = WithId::<0xa850_9bda, _>("Int", Boxed);
    let bytes = written(int, &7_i32);
    assert_eq!(bytes, [0xda, 0x9b, 0x50, 0xa8, 7, 0, 0, 0]);
    assert_eq!(Reader::new(&bytes).whole_as::<i32>(int).unwrap(), 7);
    let error = Reader::new(&[0; 8]).whole_as::<i32>(int).unwrap_err();
    assert_eq!(error.expected(), Some("Int"));
}

/// Elements of a vector are one level below it, whether they are read one by one or all at once.
#[test]
fn bare_elements_count_as_one_level() {
    let route = Route { points: Some(vec![Point { x: 1, y: 2 }]), length: Some(0), ..Route::default() };
    let bytes = written(Boxed, &route);
    let error = written_within(1, |mut writer| writer.write(&route)).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::TooDeep { limit: 1 });
    let error = Reader::new(&bytes).with_max_depth(1).whole::<Route>().unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::TooDeep { limit: 1 });
    assert!(Reader::new(&bytes).with_max_depth(2).whole::<Route>().is_ok());

    let empty = Route { points: Some(vec![]), ..route };
    let bytes = written_within(1, |mut writer| writer.write(&empty)).unwrap();
    assert_eq!(Reader::new(&bytes).with_max_depth(1).whole::<Route>().unwrap(), empty);
}

#[test]
fn an_error_in_a_bare_element_names_it() {
    let bytes = [1, 0, 0, 0, 0, 0, 0, 0, 1, 2];
    let read = |reader: Reader<'static>| reader.whole_as::<Vec<Route>>(Counted(Bare));
    let error = read(Reader::new(&[1, 0, 0, 0, 4, 0, 0, 0, 0x33])).unwrap_err();
    assert!(error.path().eq(["route"]), "{error}");
    assert!(Reader::new(&bytes).whole_as::<Vec<Point>>(Counted(Bare)).is_err());
}
