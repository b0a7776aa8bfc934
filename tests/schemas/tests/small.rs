//! Telegram's schemas beside its API: service messages, secret chats, end-to-end encrypted calls.
#![cfg_attr(not(shared), allow(unused))]

tl_schema_tests::skipped!();

#[cfg(shared)]
tl_schema_tests::schema!(mtproto_api { env!("MTPROTO_API_0") });

#[cfg(shared)]
tl_schema_tests::schema!(secret_api { #![tl(object, functions = "both")] env!("SECRET_API_0") });

#[cfg(shared)]
tl_schema_tests::schema!(e2e_api { #![tl(ids = "formal")] env!("E2E_API_0") });

#[cfg(shared)]
#[test]
fn vectors() {
    use secret_api::api::Object;

    assert_eq!(tl_schema_tests::vectors::compare::<Object>("secret_api.jsonl"), (228, vec![]));
}
