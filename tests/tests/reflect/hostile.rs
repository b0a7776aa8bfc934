//! Any bytes, any text and any JSON.

use tl_test_support::random::Random;
use tl_tests::readable::{self, api::SCHEMA};

/// Texts of messages that have everything.
const TEXTS: [&str; 6] = [
    "(call tree:(node left:(leaf) right:(tag name:\"a\\n\" data:0x0102)))",
    "(many a:1 b:true c:-1.5e-300 d:true e:(many flags:4))",
    "(lists none:[(empty) (empty)] numbers:[1 -2 3] deep:[[] [1] [2 3]] all:[0x0000000000000000000000000000000000000000000000000000000000000001 0x0000000000000000000000000000000000000000000000000000000000000000 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff] mode:129 more:[(leaf)])",
    "(container msg_id:1 body:(container msg_id:2 body:(container msg_id:3 body:0x00112233)))",
    "(containers list:[(container msg_id:1 body:true) (container msg_id:2 body:(leaf))])",
    "(wrap layer:7 query:(wrap layer:8 query:(last object:(call tree:(tag name:0xff data:0x)))))",
];

fn messages() -> Vec<Vec<u8>> {
    TEXTS
        .iter()
        .map(|text| SCHEMA.parse_text(text).unwrap_or_else(|error| panic!("{error}: {text}")))
        .collect()
}

#[test]
fn messages_that_are_right() {
    for (bytes, text) in messages().iter().zip(TEXTS) {
        assert!(readable::bytes(bytes));
        assert_eq!(SCHEMA.text(bytes).to_string(), text);
        assert!(readable::text(text));
        assert!(readable::text(&SCHEMA.to_json(bytes).expect("it can be read")));
    }
}

#[test]
fn messages_that_somebody_changed() {
    let messages = messages();
    let mut random = Random::new(22);
    let mut right = 0;
    for round in 0..4_000 {
        let mut bytes = messages[round % messages.len()].clone();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            match random.below(4) {
                0 => bytes[at] = random.number() as u8,
                1 => bytes[at] ^= 1 << random.below(8),
                2 => bytes.truncate(at.max(1)),
                _ => {
                    let other = &messages[random.below(messages.len())];
                    let from = random.below(other.len()) & !3;
                    bytes.splice(at & !3.., other[from..].iter().copied());
                }
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
        right += usize::from(readable::bytes(&bytes));
    }
    assert!(right > 200, "{right} of them are messages");
}

#[test]
fn texts_that_somebody_changed() {
    let messages = messages();
    let json = messages.iter().map(|bytes| SCHEMA.to_json(bytes).expect("it can be read"));
    let texts: Vec<String> = TEXTS.into_iter().map(str::to_owned).chain(json).collect();
    let mut random = Random::new(23);
    let mut right = 0;
    for round in 0..4_000 {
        let mut text: Vec<char> = texts[round % texts.len()].chars().collect();
        for _ in 0..=random.below(2) {
            let at = random.below(text.len());
            let other = text[random.below(text.len())];
            match random.below(4) {
                0 => text[at] = other,
                1 => text.insert(at, other),
                2 => {
                    text.remove(at);
                }
                _ => {
                    let end = (at + random.below(20)).min(text.len());
                    let piece: Vec<char> = text[at..end].to_vec();
                    text.splice(at..at, piece);
                }
            }
        }
        right += usize::from(readable::text(&text.into_iter().collect::<String>()));
    }
    assert!(right > 100, "{right} of them can be read");
}

/// Inputs that ask for much work: twice the input may take twice of it, not four times. The work is counted in memory,
/// which the checks hold against the length, and in events.
#[test]
fn inputs_that_ask_for_much() {
    for size in [1_000, 20_000] {
        let objects = "(container msg_id:0 body:".repeat(250) + "(leaf)" + &")".repeat(250);
        readable::text(&objects);
        let wide =
            format!("(node left:(leaf) right:(containers list:[{}]))", "(container 1 true) ".repeat(size));
        assert!(readable::text(&wide));
        let elements = format!("(lists none:[{}] [] [] [] 0)", "(empty)".repeat(size));
        readable::text(&elements);
        // Out of order at every level.
        let open = r#"{"right":"#.repeat(200);
        let close = r#","left":{"_":"leaf"},"_":"node"}"#.repeat(200);
        let data = "A".repeat(4 * size);
        let json = format!(r#"{open}{{"data":"{data}","name":"","_":"tag"}}{close}"#);
        assert!(readable::text(&json));
        readable::text(&"[".repeat(size));
        readable::text(&"{\"_\":".repeat(size));
        readable::text(&"(node ".repeat(size));
    }
    for depth in [200_usize, 300, 5_000] {
        // Objects in objects, of which the innermost is none.
        let mut bytes = vec![0xff; 4];
        for _ in 0..depth {
            let mut outer = vec![7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            outer.extend(u32::try_from(bytes.len()).expect("it is short").to_le_bytes());
            outer.extend(&bytes);
            bytes = outer;
        }
        assert!(readable::bytes(&bytes));
        // Nodes without end.
        readable::bytes(&[2, 0, 0, 0].repeat(depth));
    }
    // As many elements without bytes as there may be.
    let mut bytes = vec![6, 0, 0, 0];
    bytes.extend(60_000_u32.to_le_bytes());
    bytes.extend([0x15, 0xc4, 0xb5, 0x1c]);
    bytes.extend([0; 4 + 4 + 96 + 4]);
    assert!(readable::bytes(&bytes));
}
