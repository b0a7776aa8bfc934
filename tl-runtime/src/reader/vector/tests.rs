use crate::{DecodeErrorKind, Reader};

#[test]
fn counts_are_held_against_the_input() {
    let bytes = [3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
    assert_eq!(Reader::new(&bytes).count(2).unwrap(), 3);
    let error = Reader::new(&bytes).count(4).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::CountTooLarge { count: 3, max: 2 }, 0));
    assert!(Reader::new(&bytes).count(usize::MAX).is_err());
}

#[test]
fn reservation_is_in_bytes() {
    let reader = Reader::new(&[0; 100]);
    assert_eq!(reader.affordable::<[u8; 30]>(1000), 3);
    assert_eq!(reader.affordable::<[u8; 30]>(2), 2);
    assert_eq!(reader.affordable::<[u8; 101]>(1), 0);
    assert_eq!(reader.affordable::<()>(7), 7);
}

#[test]
fn fixed_elements_must_all_be_there() {
    let mut reader = Reader::new(&[1, 2, 3, 4, 5]);
    assert_eq!(reader.fixed_many(2, |chunk: &[u8; 2]| chunk[0]).unwrap(), [1, 3]);
    let error = reader.fixed_many(usize::MAX, |chunk: &[u8; 2]| chunk[0]).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UnexpectedEnd { needed: u64::MAX, left: 1 });
}
