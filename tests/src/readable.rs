//! What must hold of any bytes, any text and any JSON that tables make readable, for tests and fuzzers alike.

use tl_runtime::reflect::{JsonStyle, Schema};
use tl_test_support::alloc::peak_of;

/// A schema with all that can go wrong: recursion, unread objects, elements without bytes, masks on masks.
pub mod api {
    tl_runtime::tl! {
        #![tl(reflect, object, ids = "formal", functions = "both", string = "bytes")]
        leaf #1 = Tree;
        node #2 left:Tree right:Tree = Tree;
        tag #3 name:string data:bytes = Tree;
        many #4 flags:# a:flags.0?int b:flags.0?Bool flags2:flags.1?# c:flags2.3?double d:flags2.4?true
            e:flags.31?Tree = Tree;
        empty #5 = Empty;
        lists #6 none:vector<%Empty> numbers:Vector<long> deep:vector<vector<int>> all:3*[int256]
            mode:# more:mode.7?vector<Tree> = Tree;
        container #7 msg_id:long bytes:int body:Object = Container;
        containers #8 list:vector<%Container> = Tree;
        numbers #0c {n:#} list:n*[int] = Numbers n;
        ---functions---
        wrap #9 {X:Type} layer:int query:!X = X;
        call #a tree:Tree = Bool;
        last #b object:Object = Tree;
        count #d n:# = Vector %(Numbers n);
        twice #0xe {X:Type} query:!X = Vector X;
    }
}

/// Bytes on the heap for each byte of an input, and whatever the input. A level of nesting takes more than a hundred bytes
/// and four of the input; a line of a dump is made in one buffer.
pub const TIMES: usize = 64;
/// See [`TIMES`].
pub const CONSTANT: usize = 16 << 10;

const STYLES: [JsonStyle; 2] = [JsonStyle::Plain, JsonStyle::Tdlib];

/// Shows bytes in every form, and reads back what can be read back.
///
/// # Panics
///
/// If a promise does not hold.
pub fn bytes(input: &[u8]) -> bool {
    let (events, peak) = peak_of(|| api::SCHEMA.events(input).map_while(Result::ok).count());
    assert!(peak <= TIMES * input.len() + CONSTANT, "{peak} bytes of memory for {}", input.len());
    // Of elements without bytes there may be 65,536, and each has a beginning and an end.
    assert!(events <= 4 * input.len() + 200_000, "{events} events for {} bytes", input.len());
    answered(input);
    let dump = api::SCHEMA.dump(input).to_string();
    assert!(dump.len() <= 100 * (events + input.len()) + CONSTANT, "{} bytes of dump", dump.len());
    let error = api::SCHEMA.events(input).find_map(Result::err);
    let says_so = dump.lines().any(|line| line.trim_start().starts_with("! "));
    assert_eq!(error.is_some(), says_so, "{dump}");
    if error.is_some() {
        assert!(api::SCHEMA.to_json(input).is_err());
        return false;
    }
    let text = api::SCHEMA.text(input).to_string();
    let again = api::SCHEMA.parse_text(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(api::SCHEMA.text(&again).to_string(), text);
    for style in STYLES {
        let schema: Schema<'_> = api::SCHEMA.with_json(style);
        let json = schema.to_json(input).expect("there is no error");
        let again = schema.from_json(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
        assert_eq!(schema.to_json(&again).as_ref(), Ok(&json));
    }
    true
}

/// Shows bytes as the answer to each call that they start with.
fn answered(input: &[u8]) {
    let calls = [4, 8, 12, 16, 24, 32].into_iter().filter(|call| *call <= input.len());
    for (call, answer) in calls.map(|call| input.split_at(call)).chain([(input, input)]) {
        let (events, peak) = peak_of(|| match api::SCHEMA.answer_events(call, answer) {
            Ok(events) => events.map_while(Result::ok).count(),
            Err(_) => 0,
        });
        assert!(peak <= TIMES * 2 * input.len() + CONSTANT, "{peak} bytes of memory for {}", input.len());
        assert!(events <= 4 * input.len() + 200_000, "{events} events for {} bytes", input.len());
    }
}

/// Reads text and JSON.
///
/// # Panics
///
/// If a promise does not hold.
pub fn text(input: &str) -> bool {
    let (parsed, peak) = peak_of(|| api::SCHEMA.parse_text(input));
    assert!(peak <= TIMES * input.len() + CONSTANT, "{peak} bytes of memory for {}", input.len());
    let mut is_right = parsed.is_ok();
    if let Ok(bytes) = parsed {
        assert_eq!(api::SCHEMA.parse_text(&api::SCHEMA.text(&bytes).to_string()), Ok(bytes), "{input}");
    }
    for style in STYLES {
        let schema: Schema<'_> = api::SCHEMA.with_json(style);
        let (parsed, peak) = peak_of(|| schema.from_json(input));
        assert!(peak <= TIMES * input.len() + CONSTANT, "{peak} bytes of memory for {}", input.len());
        is_right |= parsed.is_ok();
        if let Ok(bytes) = parsed {
            let json = schema.to_json(&bytes).unwrap_or_else(|error| panic!("{error}: {input}"));
            assert_eq!(schema.from_json(&json), Ok(bytes), "{json}");
        }
    }
    is_right
}
