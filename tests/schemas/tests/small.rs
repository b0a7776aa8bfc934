//! Telegram's schemas other than its API: service messages, secret chats, end-to-end encrypted calls.

tl_test_support::with_shared! {
    [mtproto_api secret_api e2e_api vectors text_and_json exchange_of_keys]

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

    /// Numbers that are strings, and no text.
    #[test]
    fn exchange_of_keys() {
        use tl_runtime::reflect::{OwnedSchema, SchemaOptions};
        use tl_test_support::locate;

        const FILES: [&str; 2] = ["telegram_158_auth_key.tl", "mtproto_api.tl"];
        let texts = FILES.map(|file| locate::text(&locate::shared_file(&format!("schemas/{file}"))));
        // In the first, fields that hold numbers are `bytes`; the second lacks two of the messages.
        for (text, compared) in texts.iter().zip([12, 10]) {
            let schema = OwnedSchema::from_text([("schema.tl", text.as_str())], &SchemaOptions::default());
            let schema = schema.unwrap_or_else(|mistakes| panic!("{mistakes}"));
            let (agree, wrong) = tl_whole_schemas::reflected::compare(&schema.schema(), "mtproto_handshake.jsonl");
            assert_eq!((agree, wrong.len()), (compared, 12 - compared), "{wrong:?}");
        }
    }
}
