//! Layer 158 of Telegram with its service messages, in one invocation of three files, as Pyrogram has them.

#[cfg(shared)]
mod salts;

tl_test_support::with_shared! {
    [telegram_158 vectors]

    tl_whole_schemas::schema!(telegram_158 {
        #![tl(object, functions = "both", extern = crate::salts, reflect)]
        env!("TELEGRAM_158_0"), env!("TELEGRAM_158_1"), env!("TELEGRAM_158_2")
    });

    #[test]
    fn vectors() {
        use telegram_158::api::Object;
        use tl_whole_schemas::vectors::compare;

        assert_eq!(compare::<Object>("telegram_158.jsonl"), (5171, vec![]));
        assert_eq!(compare::<Object>("telegram_158_long.jsonl"), (9, vec![]));
    }

    #[test]
    fn text_and_json() {
        use telegram_158::api::SCHEMA;
        use tl_whole_schemas::reflected::compare;

        assert_eq!(compare(&SCHEMA, "telegram_158.jsonl"), (5171, vec![]));
        assert_eq!(compare(&SCHEMA, "telegram_158_long.jsonl"), (9, vec![]));
    }
}
