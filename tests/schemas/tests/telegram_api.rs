//! The present API of Telegram, as a proxy needs it: with every mask a field.

tl_test_support::with_shared! {
    [telegram_api undeclared_bits_come_back]
    tl_whole_schemas::schema!(telegram_api {
        #![tl(object, flags = "visible")]
        env!("TELEGRAM_API_0")
    });

    #[test]
    fn undeclared_bits_come_back() {
        use telegram_api::api::Object;
        use telegram_api::table::{COMBINATORS, FILES};
        use tl_whole_schemas::undeclared::come_back;

        let messages = come_back::<Object>(FILES, COMBINATORS, "help.getConfig", 4);
        assert!(messages > 6_000, "{messages}");
    }
}
