//! What holds for every value and every message of whole schemas.
//!
//! Messages are random, made from the text of the schema: canonical by construction. `TL_EACH=100` makes as many of each
//! combinator, `TL_SEED=7` makes others.

use std::env;

use tl_properties::check;
use tl_properties::sample::{Samples, damage};
use tl_properties::schema::Schema;
use tl_properties::schemas::{Message, Source, everscale, mtproto, mtproto_visible, telegram};
use tl_runtime::Reader;
use tl_test_support::random::Random;

pub(crate) fn number(variable: &str, default: u64) -> u64 {
    env::var(variable)
        .map_or(default, |value| value.parse().unwrap_or_else(|_| panic!("{variable} is a number")))
}

/// A canonical message and its value: each makes the other, for strict readers too.
fn whole<O: Message>(name: &str, bytes: &[u8]) {
    let value = Reader::new(bytes).with_strict(true).whole::<O>();
    let value = value.unwrap_or_else(|error| panic!("{name}: {error}: {bytes:02x?}"));
    let encoded = value.to_bytes().unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(encoded, bytes, "{name}");
    assert!(check::message::<O>(bytes), "{name}");
}

/// No beginning of a message is a message.
fn truncated<O: Message>(name: &str, bytes: &[u8], random: &mut Random) {
    let ends: Vec<usize> = match bytes.len() {
        0..512 => (0..bytes.len()).collect(),
        len => (0..16).map(|_| random.below(len)).chain([0, 3, 4, len - 4, len - 1]).collect(),
    };
    for end in ends {
        let error = O::from_bytes(&bytes[..end]).err();
        let error =
            error.unwrap_or_else(|| panic!("{name} is also read from {end} of {} bytes", bytes.len()));
        assert!(error.offset() <= end && !error.to_string().is_empty(), "{name}: {error}");
    }
}

fn all<O: Message>(source: &Source, each: u64) {
    let seed = number("TL_SEED", 230);
    let each = number("TL_EACH", each) as usize;
    let schema = Schema::new(source);
    let mut random = Random::new(seed);
    let messages = Samples::new(&schema, source, seed).messages(each);
    every::<O>(source.name, &messages, &mut random, check::message::<O>);
}

/// Every message comes back, no beginning of one is one, and damage leaves enough that is read.
pub(crate) fn every<O: Message>(
    schema: &str,
    messages: &[(&str, Vec<u8>)],
    random: &mut Random,
    is_message: impl Fn(&[u8]) -> bool,
) {
    let (mut read, mut total) = (0, 0);
    for (name, bytes) in messages {
        whole::<O>(name, bytes);
        truncated::<O>(name, bytes, random);
        for _ in 0..4 {
            let once = damage(bytes, random);
            let twice = damage(&once, random);
            read += [once, twice].iter().filter(|bytes| is_message(bytes)).count();
            total += 2;
        }
    }
    println!("{schema}: {} messages; {read} of {total} damaged ones are read", messages.len());
    assert!(read > total / 20, "damage that leaves nothing readable tests little");
}

#[test]
fn telegram_api() {
    all::<telegram::Object>(&telegram::SOURCE, 2);
}

#[test]
fn mtproto_messages() {
    all::<mtproto::Object>(&mtproto::SOURCE, 50);
}

/// A proxy's view: no bit of any mask is lost.
#[test]
fn mtproto_messages_with_visible_masks() {
    all::<mtproto_visible::Object>(&mtproto_visible::SOURCE, 50);
}

#[test]
fn everscale_network() {
    all::<everscale::Object>(&everscale::SOURCE, 20);
}

tl_test_support::with_shared! {
    [ton_api ton_api_with_visible_masks]

    use tl_properties::schemas::{ton, ton_visible};

    #[test]
    fn ton_api() {
        super::all::<ton::Object>(&ton::SOURCE, 4);
    }

    #[test]
    fn ton_api_with_visible_masks() {
        super::all::<ton_visible::Object>(&ton_visible::SOURCE, 4);
    }
}
