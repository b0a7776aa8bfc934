//! Layer 230 of Telegram's API with its service messages, through `Object`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    tl_properties::check::message::<tl_properties::schemas::telegram::Object>(bytes);
});
