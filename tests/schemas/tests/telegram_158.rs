//! Layer 158 of Telegram with its service messages, in one invocation of three files, as Pyrogram has them.
#![cfg_attr(not(shared), allow(unused))]

tl_schema_tests::skipped!();

#[cfg(shared)]
mod salts;

#[cfg(shared)]
tl_schema_tests::schema!(telegram_158 {
    #![tl(object, functions = "both", extern = crate::salts)]
    env!("TELEGRAM_158_0"), env!("TELEGRAM_158_1"), env!("TELEGRAM_158_2")
});

#[cfg(shared)]
#[test]
fn vectors() {
    use telegram_158::api::Object;
    use tl_schema_tests::vectors::compare;

    assert_eq!(compare::<Object>("telegram_158.jsonl"), (5171, vec![]));
    assert_eq!(compare::<Object>("telegram_158_long.jsonl"), (9, vec![]));
}
