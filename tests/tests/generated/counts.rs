//! Repetitions whose count another field holds.

use tl_runtime::{
    BareDeserializable, BareSerializable, Combinator, DecodeErrorKind, Deserializable, EncodeError,
    EncodeErrorKind, Reader, Serializable, Writer,
};

mod api {
    tl_runtime::tl! {
        #![tl(ids = "formal", object)]
        cases.testArray n:# arr:n*[int] = cases.TestArray;
        cases.testBeforeReadBitValidation n:# ns:# a:n.0?ns*[int] b:n.1?ns*[int] = cases.TestBeforeReadBitValidation;
        point x:int y:int = Point;
        // One count of two lists, and of a matrix of that many rows and columns.
        square n:# names:n*[string] cells:n*[n*[%Point]] = Square;
        // The count of the second is a sum.
        edges n:# at:n*[int] limits:(n+1)*[int] = Edges;
        // Tested, so visible and compared.
        both n:# list:n*[int] more:n.4?int = Both;
        maskToo flags:# list:flags*[int] more:flags.4?int = MaskToo;
        // It may be absent: then it is 0.
        absent flags:# n:flags.0?# list:n*[int] = Absent;
        implied # [string] = Implied;
        late flags:# n:# list:flags.1?n*[Point] = Late;
        inVector n:# first:n*[int] all:Vector<n*[int]> = InVector;
        nothing = Nothing;
        empty n:# list:n*[nothing] = Empty;
        node n:# children:n*[node] = Node;
        over n:# list:(n+1)*[nothing] = Over;
        constant list:(1 + 2)*[int] = Constant;
        ---functions---
        send n:# list:n*[long] = Bool;
    }
}

use api::types;

fn bare<T: BareSerializable>(value: &T) -> Result<Vec<u8>, EncodeError> {
    let mut bytes = Vec::new();
    Writer::append(&mut bytes, Writer::DEFAULT_MAX_DEPTH, |writer| value.write_bare_to(writer))?;
    Ok(bytes)
}

fn read<'de, T: BareDeserializable<'de>>(bytes: &'de [u8]) -> Result<T, tl_runtime::DecodeError> {
    T::deserialize_bare(&mut Reader::new(bytes))
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// In both directions, and strictly.
fn holds<T>(value: &T, expected: &[u32])
where
    T: BareSerializable + for<'de> BareDeserializable<'de> + PartialEq + std::fmt::Debug,
{
    let bytes = words(expected);
    assert_eq!(bare(value).unwrap(), bytes);
    let mut reader = Reader::new(&bytes).with_strict(true);
    assert_eq!(T::deserialize_bare(&mut reader).unwrap(), *value);
    reader.finish().unwrap();
    for len in 0..bytes.len() {
        assert!(read::<T>(&bytes[..len]).is_err(), "{len} of {} bytes", bytes.len());
    }
}

#[test]
fn counts_are_computed() {
    holds(&types::cases::TestArray { arr: vec![] }, &[0]);
    holds(&types::cases::TestArray { arr: vec![1, 2, 3] }, &[3, 1, 2, 3]);
    let value = types::cases::TestBeforeReadBitValidation { n: 0, a: Some(vec![1; 3]), b: Some(vec![1; 3]) };
    holds(&value, &[3, 3, 1, 1, 1, 1, 1, 1]);
    let value = types::cases::TestBeforeReadBitValidation { n: 4, a: None, b: Some(vec![1; 3]) };
    holds(&value, &[6, 3, 1, 1, 1]);
    holds(&types::Constant { list: [1, 2, 3] }, &[1, 2, 3]);
    let send = api::functions::Send { list: vec![7] };
    assert_eq!(send.to_bytes().unwrap()[4..], words(&[1, 7, 0]));
}

#[test]
fn optional_lists_set_their_bits() {
    let point = |x, y| types::Point { x, y };
    let id = <types::Point as Combinator>::ID;
    holds(&types::Late { list: Some(vec![point(1, 2)]) }, &[2, 1, id, 1, 2]);
    holds(&types::Late { list: None }, &[0, 0]);
}

#[test]
fn rows_and_columns() {
    let point = |x| types::Point { x, y: 0 };
    let square = |cells| types::Square { names: vec!["a".into(), "b".into()], cells };
    let value = square(vec![vec![point(1), point(2)], vec![point(3), point(4)]]);
    holds(&value, &[2, 0x6101, 0x6201, 1, 0, 2, 0, 3, 0, 4, 0]);
    let error = bare(&square(vec![vec![point(1), point(2)], vec![point(3)]])).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::CountMismatch { count: 2, len: 1 });
    assert_eq!(error.place(), Some(("square", "cells")));
    holds(&types::InVector { first: vec![1], all: vec![vec![2], vec![3]] }, &[1, 1, 0x1cb5c415, 2, 2, 3]);
}

#[test]
fn sums() {
    holds(&types::Edges { at: vec![5], limits: vec![0, 9] }, &[1, 5, 0, 9]);
    let error = bare(&types::Edges { at: vec![5], limits: vec![0] }).unwrap_err();
    assert_eq!(error.to_string(), "expected 2 elements, found 1, in limits of edges");
    let error = read::<types::Over>(&words(&[u32::MAX])).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::NumberOverflow);
    let error = bare(&types::Over { n: u32::MAX, list: vec![] }).unwrap_err();
    assert_eq!(error.to_string(), "sum greater than 4294967295, in list of over");
    holds(&types::Over { n: 1, list: vec![types::Nothing {}; 2] }, &[1]);
}

#[test]
fn counts_that_say_more_are_compared() {
    let value = types::Both { n: 2, list: vec![7, 8], more: None };
    holds(&value, &[2, 7, 8]);
    let error = bare(&types::Both { n: 3, ..value.clone() }).unwrap_err();
    assert_eq!(error.to_string(), "expected 3 elements, found 2, in list of both");
    // Bit 4 is the mask's, and so it is part of the count.
    let value = types::Both { n: 0, list: vec![1; 16], more: Some(5) };
    let expected: Vec<u32> = [16].into_iter().chain([1; 16]).chain([5]).collect();
    holds(&value, &expected);
    holds(&types::MaskToo { flags: 1, list: vec![4], more: None }, &[1, 4]);
}

#[test]
fn counts_that_are_absent_are_0() {
    holds(&types::Absent { n: Some(1), list: vec![4] }, &[1, 1, 4]);
    holds(&types::Absent { n: None, list: vec![] }, &[0]);
    let error = bare(&types::Absent { n: None, list: vec![4] }).unwrap_err();
    assert_eq!(error.to_string(), "expected 0 elements, found 1, in list of absent");
}

#[test]
fn lists_of_one_count_agree() {
    let value = types::cases::TestBeforeReadBitValidation { n: 0, a: Some(vec![1]), b: Some(vec![]) };
    let error = bare(&value).unwrap_err();
    assert_eq!(error.to_string(), "expected 1 element, found 0, in b of cases.testBeforeReadBitValidation");
}

#[test]
fn counts_of_nothing_are_dropped_unless_strict() {
    let bytes = words(&[0, 3]);
    let value: types::cases::TestBeforeReadBitValidation = read(&bytes).unwrap();
    assert_eq!(bare(&value).unwrap(), words(&[0, 0]));
    let mut strict = Reader::new(&bytes).with_strict(true);
    let error = types::cases::TestBeforeReadBitValidation::deserialize_bare(&mut strict).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UnusedCount { count: 3 });
}

#[test]
fn recursion_ends_at_the_limit() {
    let leaf = types::Node { children: vec![] };
    holds(&types::Node { children: vec![leaf.clone(), types::Node { children: vec![leaf] }] }, &[2, 0, 1, 0]);
    let deep = words(&[1; 1_000]);
    let error = read::<types::Node>(&deep).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::TooDeep { .. }), "{error}");
}

/// Nothing is reserved for a count that the input cannot hold.
#[test]
fn hostile_counts() {
    assert!(read::<types::cases::TestArray>(&words(&[u32::MAX, 1, 2])).is_err());
    assert!(read::<types::Empty>(&words(&[u32::MAX])).is_err());
    assert!(read::<types::Square>(&words(&[0x4000_0000, 0, 0, 0])).is_err());
    assert!(read::<types::Node>(&words(&[u32::MAX, 1, 2])).is_err());
    assert_eq!(read::<types::Empty>(&words(&[5])).unwrap().list.len(), 5);
}

#[test]
fn ids_are_those_of_the_lines() {
    assert_eq!(<types::cases::TestArray as Combinator>::ID, 0xa888_030d);
    let bytes = words(&[0xa888_030d, 1, 2]);
    assert_eq!(types::cases::TestArray::from_bytes(&bytes).unwrap().arr, [2]);
    let object = api::Object::from_bytes(&bytes).unwrap();
    assert_eq!(object.to_bytes().unwrap(), bytes);
    // `#` and what it counts, both without a name.
    let bytes = words(&[<types::Implied as Combinator>::ID, 2, 0x6101, 0x6201]);
    assert_eq!(types::Implied::from_bytes(&bytes).unwrap().to_bytes().unwrap(), bytes);
}
