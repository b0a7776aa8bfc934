//! The present API of Telegram.

tl_test_support::with_shared! {
    [telegram_api]
    tl_whole_schemas::schema!(telegram_api { env!("TELEGRAM_API_0") });
}
