//! Replays what the fuzzers kept, without the fuzzers: `tests/fuzz/cases`, a folder for each target.

use std::fs;
use std::path::Path;

use tl_properties::check::{self, CONSTANT, CONSTANT_WITH_EMPTY};
use tl_properties::schemas::{Message, dependent, everscale, mtproto, telegram};
use tl_properties::stack::within;

use crate::STACK;

fn replay<O: Message>(target: &str, constant: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/cases").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let cases: Vec<Vec<u8>> =
        entries.map(|entry| fs::read(entry.expect("readable").path()).expect("readable")).collect();
    let messages =
        within(STACK, || cases.iter().filter(|bytes| check::message_within::<O>(bytes, constant)).count());
    println!("{target}: {} cases, {messages} of them messages", cases.len());
    assert!(cases.len() > 10 && messages > 0);
}

#[test]
fn telegram_api() {
    replay::<telegram::Object>("telegram", CONSTANT);
}

#[test]
fn mtproto_messages() {
    replay::<mtproto::Object>("mtproto", CONSTANT);
}

#[test]
fn templates() {
    replay::<dependent::Object>("dependent", CONSTANT_WITH_EMPTY);
}

#[test]
fn everscale_network() {
    replay::<everscale::Object>("ton", CONSTANT);
}

tl_test_support::with_shared! {
    [ton_api]

    use tl_properties::schemas::ton;

    #[test]
    fn ton_api() {
        super::replay::<ton::Object>("ton", super::CONSTANT);
    }
}
