use crate::form::{Boxed, Counted};
use crate::{DecodeError, DecodeErrorKind, Deserializable, RawObject, Reader};

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
    assert_eq!(*error.kind(), DecodeErrorKind::UnexpectedEnd { needed: usize::MAX as u64, left: 1 });
}

/// What the vectors around a place announced is not there for vectors inside of it.
#[test]
fn nested_vectors_share_the_input() {
    let read = |words: &[u32]| {
        let bytes = words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
        Reader::new(&bytes).whole_as::<Vec<Vec<i32>>>(Counted(Counted(Boxed)))
    };
    assert_eq!(read(&[2, 1, 7, 0]).unwrap(), [vec![7], vec![]]);
    // Of the three words after its count, two belong to the second and the third vector.
    let error = read(&[3, 2, 7, 7, 0]).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::CountTooLarge { count: 2, max: 1 }, 4));
}

#[test]
fn claims_end_with_their_vector() {
    let bytes = [2_u32, 0, 0, 3, 1, 2, 3].map(u32::to_le_bytes).concat();
    let mut reader = Reader::new(&bytes);
    assert_eq!(reader.read_as::<Vec<Vec<i32>>>(Counted(Counted(Boxed))).unwrap(), [[], []]);
    assert_eq!(reader.read_as::<Vec<i32>>(Counted(Boxed)).unwrap(), [1, 2, 3]);

    let mut reader = Reader::new(&bytes);
    assert!(reader.many(2, 4, |reader| reader.read::<bool>()).is_err());
    assert_eq!(reader.available(), reader.remaining().len());
}

/// The body ends before what is claimed begins.
#[test]
fn bounded_values_respect_claims_and_have_none() {
    let bytes = [2_u32, 8, 1, 7, 4].map(u32::to_le_bytes).concat();
    let mut reader = Reader::new(&bytes);
    let count = reader.count(8).unwrap();
    let bodies = reader.many(count, 4, |reader| {
        let length = reader.read()?;
        reader.bounded::<Words>(length)
    });
    let error = bodies.unwrap_err();
    assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::UnexpectedEnd { needed: 4, left: 0 }, 20));

    let bytes = [2_u32, 12].map(u32::to_le_bytes).concat();
    let mut reader = Reader::new(&bytes);
    let error = reader.many(2, 4, |reader| reader.bounded::<RawObject>(8)).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 8, left: 4 });
}

/// `vector<int>` as a type of its own.
#[derive(Debug)]
struct Words;

impl<'de> Deserializable<'de> for Words {
    const MIN_SIZE: usize = 4;

    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.read_as::<Vec<i32>>(Counted(Boxed)).map(|_| Words)
    }
}

/// Room for no more than was announced, in a few steps.
#[test]
fn growth_is_exact() {
    for count in [1_usize, 2, 14, 15, 100, 1000] {
        // An element is a hundred times as large as its byte.
        let bytes = vec![1; count];
        let mut steps = Vec::new();
        let read = |reader: &mut Reader<'_>| reader.take(1).map(|byte| [byte[0]; 100]);
        let values = Reader::new(&bytes).many(count, 1, |reader| read(reader)).unwrap();
        assert_eq!((values.len(), values.capacity()), (count, count));
        let mut few = Vec::<[u8; 100]>::new();
        while few.len() < count {
            let left = count - few.len();
            super::grow(&mut few, left);
            steps.push(few.capacity());
            few.resize(few.capacity(), [0; 100]);
        }
        assert_eq!(few.capacity(), count);
        assert!(steps.len() <= 10, "{steps:?}");
        // Before the last step there was at most a quarter, or less than two elements.
        assert!(steps.len() < 2 || steps[steps.len() - 2] <= count / 4 + 1, "{steps:?}");
    }
}

#[test]
fn elements_without_bytes_are_counted_by_themselves() {
    let bytes = 3_u32.to_le_bytes();
    let read = |reader: &mut Reader<'_>, size| {
        let count = reader.count(0)?;
        reader.many(count, 0, |reader| reader.take(size).map(drop))
    };
    assert_eq!(read(&mut Reader::new(&bytes), 0).unwrap().len(), 3);
    // A lower bound of zero that is too low costs nothing.
    let many = [&70_000_u32.to_le_bytes()[..], &[0; 70_000]].concat();
    assert_eq!(read(&mut Reader::new(&many), 1).unwrap().len(), 70_000);
    let error = read(&mut Reader::new(&many), 0).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count: 70_000, max: 65_536 });
    let error = read(&mut Reader::new(&u32::MAX.to_le_bytes()), 0).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count: u32::MAX, max: 65_536 });
}
