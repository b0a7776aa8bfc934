//! What must hold of any bytes, for property tests and fuzzers alike.

use tl_runtime::Reader;
use tl_test_support::alloc::peak_of;

use crate::schemas::Message;

/// Bytes on the heap for each byte of an input, if the allocator counts.
pub const TIMES: usize = 32;
/// Bytes on the heap whatever the input: an error, or one value that is nearly all options.
pub const CONSTANT: usize = 1024;
/// The same where elements of vectors can be without bytes, and have a type that takes memory all the same. Old and new
/// room of a vector are there together.
pub const CONSTANT_WITH_EMPTY: usize = (1 << 20) * 5 / 4 + CONSTANT;

/// Decodes, and holds what comes of it against what is promised; `true` if the bytes are a message.
///
/// # Panics
///
/// If a promise does not hold.
pub fn message<O: Message>(bytes: &[u8]) -> bool {
    message_within::<O>(bytes, CONSTANT)
}

/// The same with another constant.
///
/// # Panics
///
/// If a promise does not hold.
pub fn message_within<O: Message>(bytes: &[u8], constant: usize) -> bool {
    let strict = Reader::new(bytes).with_strict(true).whole::<O>().is_ok();
    let (decoded, peak) = peak_of(|| O::from_bytes(bytes));
    assert!(peak <= TIMES * bytes.len() + constant, "{peak} bytes of memory for {}", bytes.len());
    let value = match decoded {
        Ok(value) => value,
        Err(error) => {
            assert!(!strict, "strict and not lenient: {error}");
            assert!(error.offset() <= bytes.len() && !error.to_string().is_empty());
            return false;
        }
    };
    let encoded = value.to_bytes().expect("what was decoded can be encoded");
    assert!(encoded.len() <= bytes.len(), "{} bytes were {}", encoded.len(), bytes.len());
    assert_eq!(
        strict,
        encoded == bytes,
        "strict readers take what encode makes: {bytes:02x?}, {encoded:02x?}"
    );
    let again = O::from_bytes(&encoded).expect("what was encoded can be decoded");
    // A NaN is not equal to itself, and neither is what holds one.
    assert!(again == value || format!("{value:?}").contains("NaN"), "{value:?} became {again:?}");
    assert!(value.clone() == value || format!("{value:?}").contains("NaN"));
    true
}
