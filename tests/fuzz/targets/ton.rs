//! TON's schema where it is at hand, else Everscale's, through `Object`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    tl_properties::check::message::<tl_properties::schemas::network::Object>(bytes);
});
