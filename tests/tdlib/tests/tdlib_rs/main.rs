//! TDLib's JSON against `tdlib-rs`: what we write they read, and what they write we read.

mod link;

use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tdlib_rs::functions;
use tl_runtime::reflect::Combinator;
use tl_tdlib_tests::{Values, schema};
use tl_test_support::locate;

/// Our JSON of a value, read and written by them.
type Through = fn(&str) -> String;

include!(concat!(env!("OUT_DIR"), "/theirs.rs"));

/// How often each combinator has a value.
const DEPTHS: [usize; 3] = [0, 2, 3];

/// The only field that may be null and that they take for one that is always there: the documentation of this one says so
/// in its second line.
const NOT_OPTIONAL: [(&str, &str); 1] = [("importedContact", "note")];

fn through<T: DeserializeOwned + Serialize>(json: &str) -> String {
    let value: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    serde_json::to_string(&value).expect("it can be written")
}

/// The arguments of a request.
struct Arguments(Map<String, Value>);

impl Arguments {
    /// Absent ones are null.
    fn value<T: DeserializeOwned>(&mut self, name: &str) -> T {
        let value = self.0.remove(name).unwrap_or_default();
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{error} in {name}"))
    }

    /// A number that is a string in JSON, or a list of them.
    fn number<T: DeserializeOwned>(&mut self, name: &str) -> T {
        let value = self.0.remove(name).unwrap_or_default().to_string().replace('"', "");
        serde_json::from_str(&value).unwrap_or_else(|error| panic!("{error} in {name}"))
    }
}

/// What they send when a function is called with the arguments that we wrote.
fn sent<F: Future>(json: &str, call: impl FnOnce(&mut Arguments) -> F) -> String {
    let Ok(Value::Object(object)) = serde_json::from_str(json) else { panic!("no object: {json}") };
    let mut arguments = Arguments(object);
    let answer = pin!(call(&mut arguments));
    assert!(answer.poll(&mut Context::from_waker(Waker::noop())).is_pending(), "nobody answers");
    let left: Vec<&String> = arguments.0.keys().collect();
    assert_eq!(left, ["@type"], "arguments that they do not take: {json}");
    let mut sent = link::sent();
    assert_eq!(sent.len(), 1);
    sent.remove(0)
}

#[test]
fn what_one_writes_the_other_reads() {
    let schema = schema(&locate::text(env!("TDLIB_RS").as_ref()));
    let schema = schema.schema();
    let mut values = Values::new(&schema);
    values.given = &NOT_OPTIONAL;
    let through: HashMap<&str, Through> = TYPES.iter().chain(FUNCTIONS).copied().collect();
    let theirs = |combinator: Combinator<'_>| {
        let name = if combinator.is_function() { combinator.name() } else { combinator.result() };
        through.get(name).copied()
    };
    let mut without = Vec::new();
    let mut counts = [0, 0];
    for combinator in schema.combinators() {
        let Some(through) = theirs(combinator) else {
            without.push(combinator.name());
            continue;
        };
        for depth in DEPTHS {
            let value = values.object(combinator, depth);
            let bytes =
                schema.from_json(&value.to_string()).unwrap_or_else(|error| panic!("{error}: {value}"));
            let ours = schema.to_json(&bytes).expect("it can be read");
            let theirs = through(&ours);
            let back = schema.from_json(&theirs).unwrap_or_else(|error| panic!("{error}: {theirs}"));
            assert_eq!(schema.to_json(&back).expect("it can be read"), ours, "{theirs}");
            assert_eq!(back, bytes);
            counts[usize::from(combinator.is_function())] += 1;
        }
    }
    println!("{} values of types, {} requests", counts[0], counts[1]);
    assert_eq!(without, ["ok"]);
    assert_eq!(counts[1], FUNCTIONS.len() * DEPTHS.len());
    assert!(counts[0] > 5_000, "{counts:?}");
    assert!(values.nulls > 0, "some elements of lists were null");
}
