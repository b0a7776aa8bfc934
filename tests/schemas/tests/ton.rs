//! The schemas of TON, and of Everscale's network, which is of the same kind.
#![cfg_attr(not(shared), allow(unused))]

tl_schema_tests::skipped!();

tl_schema_tests::schema!(everscale_network { #![tl(ids = "formal")] env!("EVERSCALE_NETWORK_0") });

#[cfg(shared)]
tl_schema_tests::schema!(ton_api { #![tl(ids = "formal")] env!("TON_API_0") });

#[cfg(shared)]
tl_schema_tests::schema!(tonlib_api { #![tl(ids = "formal")] env!("TONLIB_API_0") });

#[cfg(shared)]
tl_schema_tests::schema!(lite_api { #![tl(ids = "formal", object, functions = "both")] env!("LITE_API_0") });

#[cfg(shared)]
#[test]
fn vectors() {
    use lite_api::api::Object;

    assert_eq!(tl_schema_tests::vectors::compare::<Object>("lite_api.jsonl"), (288, vec![]));
}
