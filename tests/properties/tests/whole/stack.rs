//! The deepest nesting, in threads with little stack: every way in which a type contains itself.
//!
//! A stack that is too small ends the process, and with it the test. `cargo run -p tl-properties --example stack` shows
//! what each operation takes.

use tl_properties::least::Least;
use tl_properties::nest::{Cycle, cycles};
use tl_properties::schema::Schema;
use tl_properties::schemas::{Message, Source, everscale, mtproto, telegram};
use tl_properties::stack::within;
use tl_runtime::{DecodeErrorKind, Reader, Writer};

use crate::STACK;

/// What the guide on safety promises: so many levels in a stack of so many bytes, in a debug build.
const PROMISES: [(u32, usize); 2] = [(64, 256 << 10), (Reader::DEFAULT_MAX_DEPTH, 1 << 20)];

/// Everything that can be done with a value.
fn use_all<O: Message>(bytes: &[u8], limit: u32) {
    let read = || Reader::new(bytes).with_max_depth(limit).whole::<O>().expect("as deep as the limit");
    let value = read();
    let mut written = Vec::new();
    Writer::append(&mut written, limit, |mut writer| writer.write(&value)).expect("as deep as the limit");
    assert!(written == bytes);
    assert!(value.clone() == read());
    assert!(format!("{value:?}").len() > limit as usize);
}

/// The message of most levels that a limit allows.
fn deepest<O: Message>(cycle: &Cycle, limit: u32) -> Vec<u8> {
    let fits = |bytes: &[u8]| match Reader::new(bytes).with_max_depth(limit).whole::<O>() {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(*error.kind(), DecodeErrorKind::TooDeep { limit }, "{}: {error}", cycle.name);
            false
        }
    };
    let all = (1..=limit as usize / cycle.len()).rev().map(|times| cycle.message(times));
    all.into_iter().find(|bytes| fits(bytes)).expect("once is not too deep")
}

fn all<O: Message>(source: &Source) {
    let schema = Schema::new(source);
    let least = Least::new(&schema);
    let cycles = cycles(&least);
    println!("{}: {} fields through which a type contains itself", source.name, cycles.len());
    for cycle in cycles {
        for (limit, stack) in PROMISES {
            let bytes = within(STACK, || deepest::<O>(&cycle, limit));
            println!("{} levels in {} KiB: {}", limit, stack >> 10, cycle.name);
            within(stack, || use_all::<O>(&bytes, limit));
            let too_deep = cycle.opening(limit as usize + 1, 1);
            let error = within(stack, || Reader::new(&too_deep).with_max_depth(limit).whole::<O>().err());
            assert_eq!(
                *error.expect("too deep").kind(),
                DecodeErrorKind::TooDeep { limit },
                "{}",
                cycle.name
            );
        }
    }
}

#[test]
fn telegram_api() {
    all::<telegram::Object>(&telegram::SOURCE);
}

#[test]
fn mtproto_messages() {
    all::<mtproto::Object>(&mtproto::SOURCE);
}

#[test]
fn everscale_network() {
    all::<everscale::Object>(&everscale::SOURCE);
}

tl_test_support::with_shared! {
    [ton_api]

    use tl_properties::schemas::ton;

    #[test]
    fn ton_api() {
        super::all::<ton::Object>(&ton::SOURCE);
    }
}
