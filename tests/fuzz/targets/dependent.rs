//! Templates, natural numbers and what depends on them, through `Object`.
#![no_main]

use tl_properties::check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    check::message_within::<tl_properties::schemas::dependent::Object>(bytes, check::CONSTANT_WITH_EMPTY);
});
