//! Bytes that somebody tampered with: a value or an error, never a panic, and never much more memory than there is
//! input.

use std::cell::RefCell;

use tl_runtime::{DecodeError, DecodeErrorKind, Deserializable};
use tl_test_support::alloc::{Counting, peak_of};
use tl_tests::pack::Pack;
use tl_tests::seed::samples;
use tl_tests::{handshake, hex};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes on the heap for each byte of the input. Values are larger than their bytes: a `channel` has 42 optional fields
/// and so takes 600 bytes for its 40, and vectors grow by doubling.
const TIMES: usize = 32;
/// Bytes on the heap that an error may take, whatever the input.
const ERROR: usize = 512;

/// A message and how to read it.
struct Golden {
    name: String,
    bytes: Vec<u8>,
    decode: Box<Decode>,
}

type Decode = dyn Fn(&[u8]) -> Result<(), DecodeError>;

fn golden() -> Vec<Golden> {
    let handshake = handshake::messages::ALL.iter().enumerate().map(|(number, message)| Golden {
        name: format!("handshake {number}"),
        bytes: hex::bytes(message),
        decode: Box::new(|bytes| handshake::Object::from_bytes(bytes).map(drop)),
    });
    let seed = samples::all().into_iter().map(|sample| Golden {
        name: sample.name.to_owned(),
        bytes: sample.bytes.clone(),
        decode: Box::new(move |bytes| sample.decode(bytes)),
    });
    handshake.chain(seed).collect()
}

thread_local! {
    /// The most bytes on the heap for a byte of input, and where.
    static WORST: RefCell<(f64, String)> = const { RefCell::new((0.0, String::new())) };
}

/// Decodes with an eye on the memory.
fn decode(golden: &Golden, bytes: &[u8], what: &str) -> Result<(), DecodeError> {
    let (result, peak) = peak_of(|| (golden.decode)(bytes));
    let allowed = TIMES * bytes.len() + ERROR;
    assert!(peak <= allowed, "{peak} bytes for {} of {}, {what}", bytes.len(), golden.name);
    // For what is shorter than its own error the ratio says nothing.
    let ratio = peak as f64 / bytes.len().max(ERROR / TIMES) as f64;
    WORST.with_borrow_mut(|worst| {
        if ratio > worst.0 {
            *worst = (ratio, format!("{peak} bytes for {} of {}, {what}", bytes.len(), golden.name));
        }
    });
    result
}

fn tell_worst(kind: &str) {
    WORST.with_borrow(|(ratio, what)| println!("{kind}: at most {ratio:.1} times the input ({what})"));
}

#[test]
fn whole_messages_are_read() {
    let all = golden();
    assert!(all.len() > 80, "{}", all.len());
    for golden in &all {
        decode(golden, &golden.bytes, "whole").unwrap();
    }
    tell_worst("whole");
}

/// Nothing can be left out at the end: every message that is cut off is refused.
#[test]
fn truncated_at_any_byte() {
    for golden in golden() {
        for end in 0..golden.bytes.len() {
            let error = decode(&golden, &golden.bytes[..end], "truncated").unwrap_err();
            assert!(error.offset() <= end, "{}: {error}", golden.name);
            assert!(!error.to_string().is_empty());
        }
    }
    tell_worst("truncated");
}

#[test]
fn every_bit_flipped() {
    for golden in golden() {
        let mut bytes = golden.bytes.clone();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                let _ = decode(&golden, &bytes, "one bit flipped");
                bytes[at] ^= 1 << bit;
            }
        }
    }
    tell_worst("one bit flipped");
}

/// All bits of a byte at once, to reach large lengths and counts.
#[test]
fn every_byte_replaced() {
    for golden in golden() {
        let mut bytes = golden.bytes.clone();
        for at in 0..bytes.len() {
            let original = bytes[at];
            for value in [0, 1, 0x7f, 0xfe, 0xff, !original] {
                bytes[at] = value;
                let _ = decode(&golden, &bytes, "one byte replaced");
            }
            bytes[at] = original;
        }
    }
    tell_worst("one byte replaced");
}

/// The largest values for the fewest bytes, and many of them, so that vectors have to grow; and then cut off.
#[test]
fn long_lists() {
    let channel = samples::all().into_iter().find(|sample| sample.name == "channel").unwrap();
    let resolved = samples::all().into_iter().find(|sample| sample.name == "contacts.resolvedPeer").unwrap();
    let decode_resolved = move |bytes: &[u8]| resolved.decode(bytes);
    let list = Golden { name: "channels".into(), bytes: vec![], decode: Box::new(decode_resolved) };
    for count in [1, 5, 9, 17, 100, 513, 1025] {
        let start = Pack::boxed(0x7f07_7ad9).nat(0x5951_1722).long(1).nat(Pack::VECTOR).nat(count);
        let channels = (0..count).fold(start, |pack, _| pack.raw(&channel.bytes));
        let bytes = channels.nat(Pack::VECTOR).nat(0).done();
        decode(&list, &bytes, "whole").unwrap();
        decode(&list, &bytes[..bytes.len() - 9], "truncated").unwrap_err();
    }
    tell_worst("long lists");
}

/// A count that the rest of the input cannot hold is refused before anything is reserved.
#[test]
fn large_counts() {
    let pending =
        samples::all().into_iter().find(|sample| sample.name == "updatePendingJoinRequests").unwrap();
    let at = pending.bytes.len() - 20;
    assert_eq!(pending.bytes[at..at + 4], 2_u32.to_le_bytes());
    for count in [3, 4, 1000, 0x7fff_ffff, 0x8000_0000, u32::MAX] {
        let mut bytes = pending.bytes.clone();
        bytes[at..at + 4].copy_from_slice(&count.to_le_bytes());
        let (error, peak) = peak_of(|| pending.decode(&bytes).unwrap_err());
        assert_eq!(*error.kind(), DecodeErrorKind::CountTooLarge { count, max: 2 });
        assert!(peak <= ERROR, "{peak}");
    }
}

/// A count that just fits, before bytes that are not elements: no more is reserved than the input is long.
#[test]
fn reserved_before_reading() {
    let resolved = samples::all().into_iter().find(|sample| sample.name == "contacts.resolvedPeer").unwrap();
    let start = Pack::boxed(0x7f07_7ad9).nat(0x5951_1722).long(1).nat(Pack::VECTOR);
    let zeros = [0; 48_000];
    let max = (1..).find(|&count| {
        let bytes = start.clone().nat(count).raw(&zeros).done();
        matches!(resolved.decode(&bytes).unwrap_err().kind(), DecodeErrorKind::CountTooLarge { .. })
    });
    let bytes = start.nat(max.unwrap() - 1).raw(&zeros).done();
    let (error, peak) = peak_of(|| resolved.decode(&bytes).unwrap_err());
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 0 });
    assert!(peak <= zeros.len() + ERROR, "{peak}");
}

#[test]
fn bytes_left_over_are_refused() {
    for golden in golden() {
        let mut bytes = golden.bytes.clone();
        bytes.extend([0; 4]);
        assert!(decode(&golden, &bytes, "left over").is_err(), "{}", golden.name);
    }
}
