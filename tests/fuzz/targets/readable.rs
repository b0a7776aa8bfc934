//! Bytes through the tables of a schema, and text and JSON back. The first byte chooses.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    match input {
        [first, bytes @ ..] if first % 2 == 0 => {
            tl_tests::readable::bytes(bytes);
        }
        [_, text @ ..] => {
            if let Ok(text) = str::from_utf8(text) {
                tl_tests::readable::text(text);
            }
        }
        [] => {}
    }
});
