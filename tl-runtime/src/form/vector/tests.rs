use super::VECTOR;
use crate::fixtures::{Point, written};
use crate::form::{Array, Bare, Boxed, Counted, WithId};
use crate::{DecodeErrorKind, Deserializable, EncodeErrorKind, Reader, Serializable, True};

/// The id of `Vector` and this count.
fn header(count: u32) -> Vec<u8> {
    [0x1cb5_c415_u32.to_le_bytes(), count.to_le_bytes()].concat()
}

fn points(count: i32) -> Vec<Point> {
    (0..count).map(|x| Point { x, y: i64::from(x) << 32 }).collect()
}

fn empties(count: usize) -> Result<Vec<u8>, EncodeErrorKind> {
    written(|mut writer| writer.write_as(Counted(Bare), &vec![True; count]))
        .map_err(|error| error.kind().clone())
}

#[test]
fn a_vector_is_id_count_elements() {
    let bytes = [header(2), vec![1, 0, 0, 0, 2, 0, 0, 0]].concat();
    assert_eq!(vec![1_i32, 2].to_bytes().unwrap(), bytes);
    assert_eq!(Vec::<i32>::from_bytes(&bytes).unwrap(), [1, 2]);
    assert_eq!(Vec::<String>::new().to_bytes().unwrap(), header(0));
}

#[test]
fn slices_are_written_as_vectors() {
    let bytes = written(|mut writer| {
        writer.write_as(VECTOR, [1, 2].as_slice());
        writer.write_as(Counted(Boxed), [3].as_slice());
    });
    assert_eq!(bytes.unwrap(), [header(2), vec![1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0]].concat());
}

#[test]
fn vectors_nest_in_boxed_form() {
    let bytes = [header(1), header(1), vec![7, 0, 0, 0]].concat();
    assert_eq!(vec![vec![7_i32]].to_bytes().unwrap(), bytes);
    assert_eq!(Vec::<Vec<i32>>::from_bytes(&bytes).unwrap(), [[7]]);
}

/// Every length up to several batches: the batches and what is left of them must fit together.
#[test]
fn many_at_a_time_is_one_after_the_other() {
    for count in 0..300 {
        let longs: Vec<i64> = (0..count).map(|n: i64| n.wrapping_mul(0x0123_4567_89ab_cdef)).collect();
        let bytes =
            [header(count as u32), longs.iter().flat_map(|long| long.to_le_bytes()).collect()].concat();
        assert_eq!(longs.to_bytes().unwrap(), bytes);
        assert_eq!(Vec::<i64>::from_bytes(&bytes).unwrap(), longs);

        let points = points(count as i32);
        let form = WithId::<0x1cb5_c415, _>("Vector", Counted(Bare));
        let bytes = written(|mut writer| writer.write_as(form, &points)).unwrap();
        let each: Vec<u8> = points.iter().flat_map(|point| point.to_bytes().unwrap().split_off(4)).collect();
        assert_eq!(bytes, [header(count as u32), each].concat());
        assert_eq!(Reader::new(&bytes).whole_as::<Vec<Point>>(form).unwrap(), points);
    }
}

#[test]
fn boxed_elements_have_their_id() {
    let bytes = points(2).to_bytes().unwrap();
    assert_eq!(bytes.len(), 8 + 2 * 16);
    assert_eq!(Vec::<Point>::from_bytes(&bytes).unwrap(), points(2));
}

#[test]
fn another_id_is_refused() {
    let error = Vec::<i32>::from_bytes(&[0; 8]).unwrap_err();
    assert_eq!(error.to_string(), "unknown id 0x00000000 at byte 0, expected Vector");
}

#[test]
fn a_count_beyond_the_input_is_refused_at_once() {
    let bytes = [header(u32::MAX), vec![0; 16]].concat();
    let error = Vec::<i64>::from_bytes(&bytes).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count: u32::MAX, max: 2 });
    assert_eq!(error.offset(), 4);
    assert!(Vec::<i64>::from_bytes(&[header(3), vec![0; 16]].concat()).is_err());
    assert!(Vec::<i64>::from_bytes(&[header(2), vec![0; 16]].concat()).is_ok());
}

#[test]
fn elements_without_bytes_are_limited() {
    let bytes = 65_536_u32.to_le_bytes();
    assert_eq!(empties(65_536).unwrap(), bytes);
    assert_eq!(Reader::new(&bytes).whole_as::<Vec<True>>(Counted(Bare)).unwrap().len(), 65_536);

    let kind = DecodeErrorKind::CountTooLarge { count: 65_537, max: 65_536 };
    let error = Reader::new(&65_537_u32.to_le_bytes()).whole_as::<Vec<True>>(Counted(Bare)).unwrap_err();
    assert_eq!(*error.kind(), kind);
    assert_eq!(empties(65_537), Err(EncodeErrorKind::CountTooLarge { count: 65_537, max: 65_536 }));
}

/// Else a few bytes for each of many vectors would be worth 65,536 steps.
#[test]
fn elements_without_bytes_are_limited_in_all() {
    let nested = Counted(Counted(Bare));
    let bytes = [2_u32, 40_000, 40_000].map(u32::to_le_bytes).concat();
    let error = Reader::new(&bytes).whole_as::<Vec<Vec<True>>>(nested).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count: 40_000, max: 25_536 });
    let error = written(|mut writer| writer.write_as(nested, &vec![vec![True; 40_000]; 2])).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::CountTooLarge { count: 40_000, max: 25_536 });
}

#[test]
fn values_without_memory_may_have_bytes() {
    let bytes = vec![True; 70_000].to_bytes().unwrap();
    assert_eq!(bytes.len(), 8 + 4 * 70_000);
    assert_eq!(Vec::<True>::from_bytes(&bytes).unwrap().len(), 70_000);
}

#[test]
fn arrays_have_neither_id_nor_count() {
    let longs = [1_i64, -1];
    let bytes = written(|mut writer| writer.write_as(Array(Boxed), &longs)).unwrap();
    assert_eq!(bytes, [1, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]);
    assert_eq!(Reader::new(&bytes).whole_as::<[i64; 2]>(Array(Boxed)).unwrap(), longs);
    let error = Reader::new(&bytes).whole_as::<[i64; 3]>(Array(Boxed)).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 24, left: 16 });
}
