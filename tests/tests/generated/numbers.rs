//! Constructors with numbers as parameters.

use std::fmt::Debug;

use tl_runtime::{
    BareDeserializable, BareSerializable, Combinator, DecodeError, EncodeError, EncodeErrorKind, Reader,
    Writer,
};

mod api {
    tl_runtime::tl! {
        #![tl(ids = "formal", object)]
        #![derive(Eq)]
        a.inner {i:#} a:i*[int] = a.Inner i;
        a.middle {w:#} {p:#} both:w.0?(a.inner p) list:(vector (a.inner 1)) boxed:(a.Inner (w+2)) = a.Middle w p;
        a.outer w:# p:# middle:(a.middle w p) = a.Outer;
        a.constant x:(a.inner 2) y:%(a.Inner 1) z:3*[(a.inner 1)] = a.Constant;

        cases.testOutFieldMask {f:#} {fs:#} f1:f.0?# f2:f.3?%True f3:fs*[int] = cases.TestOutFieldMask f fs;
        cases.testOutFieldMaskContainer f:# fs:# inner:(cases.testOutFieldMask f fs) = cases.TestOutFieldMaskContainer;

        small {n:#} = Sized n;
        #[cfg(all())]
        large {n:#} list:n*[long] = Sized n;
        #[cfg(any())]
        gone {n:#} list:n*[long] = Sized n;
        sized n:# value:(Sized n) values:n*[(Sized 1)] = SizedBox;

        // The parameter of the type comes first in its result, whatever the order of the declarations is.
        swapped {b:#} {a:#} first:a*[int] second:b*[string] = Swapped a b;
        swap x:# value:(swapped x 1) = Swap;

        tree {depth:#} value:int left:depth.0?(tree depth) children:depth*[(tree 1)] = Tree depth;
        forest n:# tree:(tree n) = Forest;

        optional flags:# n:flags.0?# x:flags.1?(a.inner n) = Optional;
        last {n:#} [int] = Last n;
        lastBox n:# last:(last n) = LastBox;
        shadow {form:#} {numbers:#} {writer:#} reader:form.1?int value:numbers*[int] = Shadow form numbers writer;
        shadowBox form:# numbers:# inner:(shadow form numbers 0) = ShadowBox;
        wide {n:#} rows:n*[n*[(wideCell n)]] = Wide n;
        wideCell {n:#} cells:n*[int] = WideCell n;
        wideBox n:# wide:(wide n) = WideBox;
    }
}

mod borrowing {
    tl_runtime::tl! {
        #![tl(ids = "formal", borrow, reflect)]
        names {n:#} names:n*[string] = Names n;
        other {n:#} = Either n;
        text {n:#} text:n.0?string = Either n;
        both n:# names:(names n) either:(Either n) = Both;
    }
}

use api::{enums, types};

pub(crate) fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

pub(crate) fn bare<T: BareSerializable>(value: &T) -> Result<Vec<u8>, EncodeError> {
    let mut bytes = Vec::new();
    Writer::append(&mut bytes, Writer::DEFAULT_MAX_DEPTH, |writer| value.write_bare_to(writer))?;
    Ok(bytes)
}

pub(crate) fn read<'de, T: BareDeserializable<'de>>(bytes: &'de [u8]) -> Result<T, DecodeError> {
    let mut reader = Reader::new(bytes).with_strict(true);
    let value = T::deserialize_bare(&mut reader)?;
    reader.finish().map(|()| value)
}

/// In both directions, strictly, and with an error for each part.
pub(crate) fn holds<T>(value: &T, expected: &[u32])
where
    T: BareSerializable + for<'de> BareDeserializable<'de> + PartialEq + Debug,
{
    let bytes = words(expected);
    assert_eq!(bare(value).unwrap(), bytes);
    assert_eq!(read::<T>(&bytes).unwrap(), *value);
    for len in 0..bytes.len() {
        assert!(read::<T>(&bytes[..len]).is_err(), "{len} of {} bytes", bytes.len());
    }
}

fn inner(a: &[i32]) -> types::a::Inner {
    types::a::Inner { a: a.to_vec() }
}

#[test]
fn arguments_are_fields_constants_and_parameters() {
    let id = <types::a::Inner as Combinator>::ID;
    let middle =
        types::a::Middle { both: Some(inner(&[1, 2])), list: vec![inner(&[3])], boxed: inner(&[4, 5, 6]) };
    holds(&types::a::Outer { w: 1, p: 2, middle: middle.clone() }, &[1, 2, 1, 2, 1, 3, id, 4, 5, 6]);
    let error = bare(&types::a::Outer { w: 1, p: 3, middle: middle.clone() }).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::CountMismatch { count: 3, len: 2 });
    assert_eq!(error.to_string(), "expected 3 elements, found 2, in a of a.inner");
    let error = bare(&types::a::Outer { w: u32::MAX, p: 2, middle }).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::NumberOverflow);
    let constant =
        types::a::Constant { x: inner(&[1, 2]), y: inner(&[3]), z: [inner(&[4]), inner(&[5]), inner(&[6])] };
    holds(&constant, &[1, 2, 3, 4, 5, 6]);
}

/// Messages of VK's tests.
#[test]
fn masks_from_outside() {
    let value = |f, fs, f1, f3: &[i32]| types::cases::TestOutFieldMaskContainer {
        f,
        fs,
        inner: types::cases::TestOutFieldMask { f1, f2: f & 8 != 0, f3: f3.to_vec() },
    };
    holds(&value(1, 1, Some(1), &[1]), &[1, 1, 1, 1]);
    holds(&value(0, 0, None, &[]), &[0, 0]);
    holds(&value(1, 1, Some(0), &[1]), &[1, 1, 0, 1]);
    holds(&value(1, 0, Some(1), &[]), &[1, 0, 1]);
    holds(&value(8, 1, None, &[7]), &[8, 1, 7]);
    // A clear bit leaves the value out.
    assert_eq!(bare(&value(0, 0, Some(9), &[])).unwrap(), words(&[0, 0]));
    let error = bare(&value(1, 0, None, &[])).unwrap_err();
    let place = ("cases.testOutFieldMask", "f", 0, "f1");
    assert!(matches!(*error.kind(), EncodeErrorKind::AbsentField { combinator, mask, bit, field }
        if (combinator, mask, bit, field) == place));
    let mut value = value(8, 0, None, &[]);
    value.inner.f2 = false;
    assert!(matches!(bare(&value).unwrap_err().kind(), EncodeErrorKind::AbsentField { field: "f2", .. }));
}

#[test]
fn unions_have_parameters() {
    let [small, large] = [<types::Small as Combinator>::ID, <types::Large as Combinator>::ID];
    let list = |list: &[i64]| enums::Sized::from(types::Large { list: list.to_vec() });
    let value = types::Sized { n: 2, value: list(&[1, 2]), values: vec![enums::Sized::Small, list(&[3])] };
    holds(&value, &[2, large, 1, 0, 2, 0, small, large, 3, 0]);
    let error = read::<types::Sized>(&words(&[0, 7])).unwrap_err();
    assert_eq!(error.expected(), Some("Sized"));
    assert_eq!(error.to_string(), "unknown id 0x00000007 at byte 4, expected Sized, in sized.value");
}

#[test]
fn parameters_follow_the_result() {
    let swapped = types::Swapped { first: vec![1, 2], second: vec!["a".into()] };
    holds(&types::Swap { x: 2, value: swapped }, &[2, 1, 2, 0x6101]);
}

#[test]
fn recursion_goes_on_with_numbers() {
    let leaf = |value| types::Tree { value, left: None, children: vec![] };
    let node = types::Tree { left: Some(Box::new(types::Tree { children: vec![], ..leaf(0) })), ..leaf(5) };
    let _ = node;
    holds(&types::Forest { n: 0, tree: leaf(4) }, &[0, 4]);
    // Every child has a child: no value ends.
    let mut bytes = words(&[2, 7]);
    bytes.extend(words(&[1; 2_000]));
    assert!(read::<types::Forest>(&bytes).is_err());
}

#[test]
fn numbers_that_are_absent_are_0() {
    holds(&types::Optional { n: Some(1), x: Some(inner(&[3])) }, &[3, 1, 3]);
    holds(&types::Optional { n: None, x: Some(inner(&[])) }, &[2]);
    holds(&types::LastBox { n: 2, last: vec![1, 2] }, &[2, 1, 2]);
}

#[test]
fn names_of_parameters_are_free() {
    let shadow = types::Shadow { reader: Some(4), value: vec![5] };
    holds(&types::ShadowBox { form: 2, numbers: 1, inner: shadow }, &[2, 1, 4, 5]);
}

/// The least size of an element is known from its numbers, so nothing is reserved for what cannot follow.
#[test]
fn hostile_numbers() {
    for n in [0x1000, 0x8000_0000, u32::MAX] {
        assert!(read::<types::WideBox>(&words(&[n, 0, 0, 0])).is_err());
        assert!(read::<types::Sized>(&words(&[n, <types::Small as Combinator>::ID])).is_err());
        assert!(read::<types::a::Outer>(&words(&[n, n, 0, 0])).is_err());
    }
    let wide = types::Wide { rows: vec![vec![types::WideCell { cells: vec![9] }]] };
    holds(&types::WideBox { n: 1, wide }, &[1, 9]);
}

#[test]
fn borrowed_and_reflected() {
    use borrowing::types;
    let either = borrowing::enums::Either::Text(types::Text { text: Some("x") });
    let value = types::Both { n: 1, names: types::Names { names: vec!["ab"] }, either };
    let bytes = bare(&value).unwrap();
    let id = <types::Text<'_> as Combinator>::ID;
    assert_eq!(bytes, words(&[1, 0x0062_6102, id, 0x7801]));
    assert_eq!(read::<types::Both<'_>>(&bytes).unwrap(), value);
    let boxed = [&<types::Both<'_> as Combinator>::ID.to_le_bytes()[..], &bytes].concat();
    let text = borrowing::SCHEMA.text(&boxed).to_string();
    assert!(text.contains("\"ab\"") && text.contains("\"x\""), "{text}");
}
