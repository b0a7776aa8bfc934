//! Layer 158 of Telegram with its service messages, in one invocation of three files, as Pyrogram has them.
#![cfg_attr(not(shared), allow(unused))]

tl_schema_tests::skipped!();

/// `get_future_salts` answers a `FutureSalts`, which no line of the files defines: `telegram_158_sys_msgs.tl` has these
/// two in comments that say "Parsed manually". The files are compiled unchanged, and `extern` takes the type from here.
#[cfg(shared)]
mod salts {
    tl_runtime::tl! {
        future_salt #0949d9dc valid_since:int valid_until:int salt:long = FutureSalt;
        future_salts #ae500895 req_msg_id:long now:int salts:vector<future_salt> = FutureSalts;
    }
}

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
