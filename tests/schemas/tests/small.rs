//! Telegram's schemas beside its API: service messages, secret chats, end-to-end encrypted calls.

tl_test_support::with_shared! {
    [mtproto_api secret_api e2e_api vectors]

    tl_whole_schemas::schema!(mtproto_api { env!("MTPROTO_API_0") });

    tl_whole_schemas::schema!(secret_api { #![tl(object, functions = "both", reflect)] env!("SECRET_API_0") });

    tl_whole_schemas::schema!(e2e_api { #![tl(ids = "formal")] env!("E2E_API_0") });

    #[test]
    fn vectors() {
        use secret_api::api::Object;

        assert_eq!(tl_whole_schemas::vectors::compare::<Object>("secret_api.jsonl"), (228, vec![]));
    }

    #[test]
    fn text_and_json() {
        let schema = &secret_api::api::SCHEMA;
        assert_eq!(tl_whole_schemas::reflected::compare(schema, "secret_api.jsonl"), (228, vec![]));
    }
}
