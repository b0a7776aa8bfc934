//! Prints how much stack the deepest nesting takes, for every way in which a type of Telegram's contains itself.
//!
//! `cargo run -p tl-properties --example stack` for a debug build; on Linux only. In KiB, as the kernel counts touched
//! pages.

use std::fmt::{self, Write};
use std::mem::forget;

use tl_properties::least::Least;
use tl_properties::nest::{Cycle, cycles};
use tl_properties::schema::Schema;
use tl_properties::schemas::telegram::{Object, SOURCE};
use tl_properties::stack::{touched, within};
use tl_runtime::{DecodeError, Deserializable, Serializable};

/// Takes what Debug writes.
struct Sink;

impl Write for Sink {
    fn write_str(&mut self, _: &str) -> fmt::Result {
        Ok(())
    }
}

const OPERATIONS: [&str; 7] = ["decode", "encode", "clone", "==", "Debug", "drop", "error"];

fn decode(bytes: &[u8]) -> Result<Object, DecodeError> {
    Object::from_bytes(bytes)
}

/// The message of most levels that the default limit allows.
fn deepest(cycle: &Cycle) -> (usize, Vec<u8>) {
    let all = (1..=256 / cycle.len()).rev().map(|times| (times * cycle.len(), cycle.message(times)));
    within(64 << 20, || {
        all.into_iter().find(|(_, bytes)| decode(bytes).is_ok()).expect("once is not too deep")
    })
}

/// Stack for each of the operations.
fn measure(bytes: &[u8]) -> [usize; OPERATIONS.len()] {
    let value = || decode(bytes).expect("decoded before");
    // Values are forgotten where dropping them is not what is measured.
    let with = |operation: fn(&Object)| {
        touched(value, move |value| {
            operation(&value);
            forget(value);
        })
    };
    let same = |(one, other): (Object, Object)| {
        assert!(one == other);
        forget((one, other));
    };
    [
        touched(|| (), |()| forget(decode(bytes))),
        with(|value| assert!(value.to_bytes().is_ok())),
        with(|value| forget(value.clone())),
        touched(|| (value(), value()), same),
        with(|value| write!(Sink, "{value:?}").expect("the sink takes all")),
        touched(value, drop),
        touched(|| (), |()| forget(decode(&bytes[..bytes.len() - 1]))),
    ]
}

fn main() {
    let schema = Schema::new(&SOURCE);
    let least = Least::new(&schema);
    let base = touched(|| (), |()| ());
    println!(
        "| levels | {} | through |\n|---|{}---|",
        OPERATIONS.join(" | "),
        "---|".repeat(OPERATIONS.len())
    );
    for cycle in cycles(&least) {
        let (levels, bytes) = deepest(&cycle);
        let kib = measure(&bytes).map(|bytes| (bytes.saturating_sub(base) >> 10).to_string());
        println!("| {levels} | {} | {} |", kib.join(" | "), cycle.name);
    }
}
