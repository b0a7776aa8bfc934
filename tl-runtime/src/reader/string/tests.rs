use crate::fixtures::written;
use crate::{DecodeError, DecodeErrorKind, Reader};

fn lenient(bytes: &[u8]) -> Result<&[u8], DecodeError> {
    string_or_bytes(Reader::new(bytes))
}

fn strict(bytes: &[u8]) -> Result<&[u8], DecodeError> {
    string_or_bytes(Reader::new(bytes).with_strict(true))
}

/// What both of them read: that `bytes` are read in another way shows nowhere.
fn string_or_bytes(mut reader: Reader<'_>) -> Result<&[u8], DecodeError> {
    let bytes = reader.clone().whole();
    let string = reader.string_bytes();
    let string = reader.ended(string);
    assert_eq!(string.as_ref().map_err(DecodeError::kind), bytes.as_ref().map_err(DecodeError::kind));
    bytes
}

fn kind<T>(result: Result<T, DecodeError>) -> Option<DecodeErrorKind> {
    result.err().map(|error| error.kind().clone())
}

fn end(needed: u64, left: usize) -> Option<DecodeErrorKind> {
    Some(DecodeErrorKind::UnexpectedEnd { needed, left })
}

#[test]
fn short_strings_are_padded_to_four_bytes() {
    for read in [lenient, strict] {
        assert_eq!(read(b"\0\0\0\0").unwrap(), b"");
        assert_eq!(read(b"\x01a\0\0").unwrap(), b"a");
        assert_eq!(read(b"\x02ab\0").unwrap(), b"ab");
        assert_eq!(read(b"\x03abc").unwrap(), b"abc");
        assert_eq!(read(b"\x04abcd\0\0\0").unwrap(), b"abcd");
    }
}

#[test]
fn each_form_is_read_at_its_borders() {
    for len in [253, 254, 255, 256, (1 << 24) - 1, 1 << 24] {
        let data = vec![b'x'; len];
        let bytes = written(|mut writer| writer.string(&data)).unwrap();
        assert!(strict(&bytes).unwrap() == data, "{len}");
        assert!(lenient(&bytes[..bytes.len() - 1]).is_err(), "{len}");
    }
}

#[test]
fn all_forms_are_read_for_any_length() {
    for bytes in [b"\xfe\x02\0\0ab\0\0".as_slice(), b"\xff\x02\0\0\0\0\0\0ab\0\0"] {
        assert_eq!(lenient(bytes).unwrap(), b"ab");
        assert_eq!(kind(strict(bytes)), Some(DecodeErrorKind::NonShortestLength));
    }
}

#[test]
fn the_longest_string_of_a_form_needs_no_longer_one() {
    let cases: [(&[u8], usize); 2] =
        [(&[0xfe, 253, 0, 0], 253), (&[0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0], (1 << 24) - 1)];
    for (header, len) in cases {
        let padding = len.wrapping_neg() % 4;
        let bytes = [header, &vec![b'x'; len], &[0; 3][..padding]].concat();
        assert_eq!(lenient(&bytes).unwrap().len(), len);
        assert_eq!(kind(strict(&bytes)), Some(DecodeErrorKind::NonShortestLength), "{len}");
    }
}

#[test]
fn padding_matters_to_strict_readers_only() {
    let long = [&[0xfe, 254, 0, 0], [b'x'; 254].as_slice(), &[0, 1]].concat();
    for bytes in [b"\x02ab\x01".as_slice(), &long] {
        assert!(lenient(bytes).is_ok());
        let error = strict(bytes).unwrap_err();
        assert_eq!((error.kind(), error.offset()), (&DecodeErrorKind::NonZeroPadding, 0));
    }
}

#[test]
fn the_input_may_end_anywhere() {
    assert_eq!(kind(lenient(b"")), end(4, 0));
    assert_eq!(kind(lenient(b"\x02ab")), end(4, 3));
    assert_eq!(kind(lenient(b"\x05abcd")), end(8, 5));
    assert_eq!(kind(lenient(b"\xfd")), end(256, 1));
    assert_eq!(kind(lenient(b"\xfe\x01\0")), end(4, 3));
    assert_eq!(kind(lenient(b"\xfe\x01\0\0a\0\0")), end(8, 7));
    assert_eq!(kind(lenient(b"\xff\0\0\0")), end(8, 4));
}

/// The longest length there is neither overflows nor is cut to the width of a pointer.
#[test]
fn impossible_lengths_are_refused() {
    assert_eq!(kind(lenient(&[0xff; 8])), end((1 << 56) + 8, 8));
    assert_eq!(kind(lenient(b"\xff\x02\0\0\0\x01\0\0ab\0\0")), end((1 << 32) + 2 + 8 + 2, 12));
}

/// As on a machine of 32 or 16 bits: a length that does not fit is none, and not its lowest bits.
#[test]
fn lengths_are_not_cut_to_an_address() {
    use super::address;
    for (length, in_32, in_16) in [
        (65_532, Some(65_532), Some(65_532)),
        (65_536, Some(65_536), None),
        (u64::from(u32::MAX) - 3, Some(u32::MAX - 3), None),
        (1 << 32, None, None),
        ((1 << 32) + 4, None, None),
        (1 << 56, None, None),
    ] {
        assert_eq!(address::<u32>(length), in_32);
        assert_eq!(address::<u16>(length), in_16);
        assert_eq!(address::<u64>(length), Some(length));
    }
}

#[test]
fn an_error_is_at_the_start_of_the_string() {
    let mut reader = Reader::new(b"\x07\0\0\0\xfe\xff\xff\xff");
    reader.u32().unwrap();
    assert_eq!(reader.string_bytes().unwrap_err().offset(), 4);
}
