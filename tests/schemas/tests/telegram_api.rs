//! The present API of Telegram.

tl_schema_tests::skipped!();

#[cfg(shared)]
tl_schema_tests::schema!(telegram_api { env!("TELEGRAM_API_0") });
