//! What `tl!` would generate for VK's `a.inner {I:#} a:I*[int] = a.Inner I` and a few lines like it, by hand.

use crate::fixtures::written;
use crate::form::{Bare, Boxed, Counted, DecodeAs, EncodeAs, Times};
use crate::{DecodeError, DecodeErrorKind, EncodeErrorKind, Reader, True, Writer};

/// `inner {n:#} list:(n+1)*[int] = Inner n`
#[derive(Debug, PartialEq)]
struct Inner {
    list: Vec<i32>,
}

#[derive(Clone, Copy)]
struct InnerForm {
    n: u32,
}

impl EncodeAs<Inner> for InnerForm {
    fn write(self, value: &Inner, mut writer: Writer<'_>) {
        let place = ["inner", "list"];
        let count = writer.sum(place, &[self.n, 1]);
        writer.field_as(place, Times(count, Boxed), &value.list);
    }
}

impl<'de> DecodeAs<'de, Inner> for InnerForm {
    fn min_size(self) -> usize {
        DecodeAs::<Vec<i32>>::min_size(Times(self.n, Boxed))
    }

    fn read(self, reader: &mut Reader<'de>) -> Result<Inner, DecodeError> {
        let count = reader.sum(&[self.n, 1])?;
        Ok(Inner { list: reader.read_as(Times(count, Boxed))? })
    }
}

fn inner(list: &[i32]) -> Inner {
    Inner { list: list.to_vec() }
}

#[test]
fn elements_without_a_count() {
    let bytes = written(|mut writer| writer.write_as(InnerForm { n: 1 }, &inner(&[7, 8]))).unwrap();
    assert_eq!(bytes, [7, 0, 0, 0, 8, 0, 0, 0]);
    assert_eq!(Reader::new(&bytes).whole_as::<Inner>(InnerForm { n: 1 }).unwrap(), inner(&[7, 8]));
    assert!(Reader::new(&bytes).whole_as::<Inner>(InnerForm { n: 0 }).is_err());
}

#[test]
fn another_number_of_elements_is_a_mistake() {
    let error = written(|mut writer| writer.write_as(InnerForm { n: 2 }, &inner(&[7, 8]))).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::CountMismatch { count: 3, len: 2 });
    assert_eq!(error.place(), Some(("inner", "list")));
    assert_eq!(error.to_string(), "expected 3 elements, found 2, in list of inner");
}

/// The innermost field that depends on a number is the one to look at.
#[test]
fn a_mistake_is_where_it_is_made() {
    let values = vec![inner(&[7]), inner(&[])];
    let form = Times(2, InnerForm { n: 0 });
    let error = written(|mut writer| writer.field_as(["outer", "inners"], form, &values)).unwrap_err();
    assert_eq!(error.place(), Some(("inner", "list")));
    let form = Times(3, InnerForm { n: 0 });
    let error = written(|mut writer| writer.field_as(["outer", "inners"], form, &values)).unwrap_err();
    assert_eq!(error.place(), Some(("outer", "inners")));
}

/// A mistake that was made before has nothing to do with the field.
#[test]
fn a_mistake_before_a_field_is_not_in_it() {
    let error = written(|mut writer| {
        writer.conditional_as(["outer", "x", "mask"], Boxed, &None::<i32>, 0b1000, 3);
        writer.field_as(["outer", "inner"], InnerForm { n: 0 }, &inner(&[7]));
    });
    let error = error.unwrap_err();
    assert!(matches!(error.kind(), EncodeErrorKind::AbsentField { bit: 3, .. }));
    assert_eq!(error.place(), None);
}

#[test]
fn sums_do_not_overflow() {
    let form = InnerForm { n: u32::MAX };
    let error = written(|mut writer| writer.write_as(form, &inner(&[]))).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::NumberOverflow);
    assert_eq!(error.to_string(), "sum greater than 4294967295, in list of inner");
    let error = Reader::new(&[]).whole_as::<Inner>(form).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::NumberOverflow);
}

#[test]
fn a_mask_from_elsewhere_decides() {
    let names = ["a.inner", "x", "fields_mask"];
    let written =
        |mask, value: Option<i32>| written(|mut writer| writer.conditional_as(names, Boxed, &value, mask, 1));
    assert_eq!(written(0b10, Some(7)).unwrap(), [7, 0, 0, 0]);
    assert_eq!(written(0b01, Some(7)).unwrap(), []);
    assert_eq!(written(0b01, None).unwrap(), []);
    let [combinator, field, mask] = names;
    let missing = EncodeErrorKind::AbsentField { combinator, field, mask, bit: 1 };
    assert_eq!(*written(0b10, None).unwrap_err().kind(), missing);
}

/// The count comes from anywhere, the bytes that it asks for are or are not there.
#[test]
fn a_count_is_held_against_the_input() {
    let error = Reader::new(&[0; 8]).whole_as::<Inner>(InnerForm { n: u32::MAX - 1 }).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count: u32::MAX, max: 2 });

    let nested = Times(u32::MAX, Times(u32::MAX, Boxed));
    assert_eq!(DecodeAs::<Vec<Vec<i64>>>::min_size(nested), usize::MAX);
    let error = Reader::new(&[0; 8]).whole_as::<Vec<Vec<i64>>>(nested).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count: u32::MAX, max: 0 });
}

#[test]
fn elements_without_bytes_have_their_limit() {
    let empty = |count| Reader::new(&[]).whole_as::<Vec<True>>(Times(count, Bare));
    assert_eq!(empty(65_536).unwrap().len(), 65_536);
    assert_eq!(
        *empty(65_537).unwrap_err().kind(),
        DecodeErrorKind::CountTooLarge { count: 65_537, max: 65_536 }
    );
    let nested = Times(40_000, Times(2, Bare));
    let error = Reader::new(&[]).whole_as::<Vec<Vec<True>>>(nested).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::CountTooLarge { .. }));
    // One level that takes bytes pays for nothing below it.
    let error = Reader::new(&[3, 0, 0, 0]).whole_as::<Vec<Vec<True>>>(Counted(Times(40_000, Bare)));
    assert!(error.is_err());
    let values = vec![vec![True; 40_000]; 2];
    let error = written(|mut writer| writer.write_as(Times(2, Times(40_000, Bare)), &values)).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::CountTooLarge { count: 40_000, max: 25_536 });
}
