//! The functions without a written id.

use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::auth::functions::auth;

pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample::function(
            auth::SendInvites { phone_numbers: vec![], message: String::new() },
            Pack::boxed(0x771c_1d97).nat(Pack::VECTOR).nat(0).string(""),
        ),
        Sample::function(
            auth::SendInvites {
                phone_numbers: vec!["1".into(), "79991234567".into()],
                message: "Hey".into(),
            },
            Pack::boxed(0x771c_1d97)
                .vector(&["1", "79991234567"], |pack, number| pack.string(number))
                .string("Hey"),
        ),
        Sample::function(
            auth::SendCall {
                phone_number: "79991234567".into(),
                phone_code_hash: "2dc02d2cda9e615c84".into(),
            },
            Pack::boxed(0x03c5_1564).string("79991234567").string("2dc02d2cda9e615c84"),
        ),
    ]
}
