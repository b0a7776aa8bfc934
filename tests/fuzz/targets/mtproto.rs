//! MTProto's service messages, and those that hold others.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    tl_properties::check::message::<tl_properties::schemas::mtproto::Object>(bytes);
});
