use crate::{Serializable, fixtures};

/// What `string` and `bytes` are written as.
fn written(data: &[u8]) -> Vec<u8> {
    let string = fixtures::written(|mut writer| writer.string(data)).unwrap();
    assert!(data.to_bytes().unwrap() == string);
    string
}

#[test]
fn short_strings_are_padded_to_four_bytes() {
    assert_eq!(written(b""), b"\0\0\0\0");
    assert_eq!(written(b"a"), b"\x01a\0\0");
    assert_eq!(written(b"ab"), b"\x02ab\0");
    assert_eq!(written(b"abc"), b"\x03abc");
    assert_eq!(written(b"abcd"), b"\x04abcd\0\0\0");
}

#[test]
fn each_byte_is_where_it_was() {
    let data: Vec<u8> = (1..=253).collect();
    for len in 0..=data.len() {
        let bytes = written(&data[..len]);
        assert_eq!(usize::from(bytes[0]), len);
        assert_eq!(bytes[1..=len], data[..len]);
        assert_eq!(bytes[len + 1..], vec![0; (1 + len).wrapping_neg() % 4]);
    }
}

#[test]
fn each_form_begins_where_the_one_before_ends() {
    let cases: [(usize, &[u8], usize); 6] = [
        (253, &[253], 256),
        (254, &[0xfe, 254, 0, 0], 260),
        (255, &[0xfe, 255, 0, 0], 260),
        (256, &[0xfe, 0, 1, 0], 260),
        ((1 << 24) - 1, &[0xfe, 0xff, 0xff, 0xff], (1 << 24) + 4),
        (1 << 24, &[0xff, 0, 0, 0, 1, 0, 0, 0], (1 << 24) + 8),
    ];
    for (len, header, total) in cases {
        let bytes = written(&vec![b'x'; len]);
        assert_eq!(bytes.len(), total, "{len}");
        let (data, padding) = bytes[header.len()..].split_at(len);
        assert_eq!(bytes[..header.len()], *header, "{len}");
        assert!(data.iter().all(|byte| *byte == b'x'), "{len}");
        assert!(padding.iter().all(|byte| *byte == 0), "{len}");
    }
}

/// Padding counts from the start of the string, wherever in the buffer that is.
#[test]
fn the_place_in_the_buffer_does_not_matter() {
    let mut out = vec![9];
    b"ab".as_slice().serialize(&mut out).unwrap();
    assert_eq!(out, b"\x09\x02ab\0");
    for len in [100, 300] {
        let mut out = vec![9];
        let data = vec![b'x'; len];
        data.as_slice().serialize(&mut out).unwrap();
        assert_eq!(out[1..], written(&data), "{len}");
    }
}
