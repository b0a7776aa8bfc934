//! The text of a schema through all stages of the macro.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    tl_front::text_once(text);
});
