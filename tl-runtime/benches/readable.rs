//! How fast tables are: dump, text and JSON of messages, both ways.
//!
//! ```sh
//! cargo bench -p tl-runtime --features schema,json --bench readable
//! ```
//!
//! Megabytes are those of TL, whichever way. `-- dump 100000` runs one column of the small message so many times, for
//! `perf stat` and `perf record`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use tl_runtime::reflect::{OwnedSchema, Schema, SchemaOptions};

/// Lines of Telegram's schema, some of them without a part of their fields.
const LINES: &str = "
    boolFalse#bc799737 = Bool;
    boolTrue#997275b5 = Bool;
    chatInviteExported#a22cbd96 flags:# revoked:flags.0?true permanent:flags.5?true request_needed:flags.6?true link:string admin_id:long date:int start_date:flags.4?int expire_date:flags.1?int usage_limit:flags.2?int usage:flags.3?int requested:flags.7?int subscription_expired:flags.10?int title:flags.8?string = ExportedChatInvite;
    peerUser#59511722 user_id:long = Peer;
    peerChat#36c6019a chat_id:long = Peer;
    peerChannel#a2a5371e channel_id:long = Peer;
    messageEntityBold#bd610bc9 offset:int length:int = MessageEntity;
    messageEntityUrl#6ed02538 offset:int length:int = MessageEntity;
    message#7600b9d3 flags:# out:flags.1?true mentioned:flags.4?true silent:flags.13?true post:flags.14?true flags2:# offline:flags2.1?true id:int from_id:flags.8?Peer peer_id:Peer via_bot_id:flags.11?long date:int message:string entities:flags.7?Vector<MessageEntity> views:flags.10?int forwards:flags.10?int edit_date:flags.15?int grouped_id:flags.17?long = Message;
    updateNewMessage#1f2b0afd message:Message pts:int pts_count:int = Update;
    updates#74ae4240 updates:Vector<Update> date:int seq:int = Updates;
";

/// Types of Telegram have as many constructors as this.
const OTHER_UPDATES: u32 = 150;

const SMALL: &str = "(chatInviteExported permanent:true link:\"https://t.me/+AbCdEfGhIjKlMnOp\" admin_id:5123456789 \
    date:1700000000 usage_limit:100 usage:7 title:\"Friends\")";

const MESSAGE: &str = "(updateNewMessage message:(message out:true id:4711 from_id:(peerUser user_id:5123456789) \
    peer_id:(peerChannel channel_id:1234567890) date:1700000000 message:\"Shall we meet at the station at six?\" \
    entities:[(messageEntityBold offset:0 length:5) (messageEntityUrl offset:6 length:2)] views:12 forwards:1) \
    pts:100 pts_count:1)";

type Column = (&'static str, fn(&Message<'_>) -> usize);

const COLUMNS: [Column; 6] = [
    ("events", |message| message.schema.events(&message.bytes).map(|event| usize::from(event.is_ok())).sum()),
    ("dump", |message| message.schema.dump(&message.bytes).to_string().len()),
    ("text", |message| message.schema.text(&message.bytes).to_string().len()),
    ("to_json", |message| message.schema.to_json(&message.bytes).map_or(0, |json| json.len())),
    ("parse_text", |message| message.schema.parse_text(&message.text).map_or(0, |bytes| bytes.len())),
    ("from_json", |message| message.schema.from_json(&message.json).map_or(0, |bytes| bytes.len())),
];

struct Message<'s> {
    name: &'static str,
    schema: Schema<'s>,
    bytes: Vec<u8>,
    text: String,
    json: String,
}

impl<'s> Message<'s> {
    fn new(name: &'static str, schema: Schema<'s>, text: &str) -> Self {
        let bytes = schema.parse_text(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let (text, json) = (schema.text(&bytes).to_string(), schema.to_json(&bytes));
        let json = json.unwrap_or_else(|error| panic!("{error}: {text}"));
        for again in [schema.parse_text(&text), schema.from_json(&json)] {
            assert_eq!(again.as_ref(), Ok(&bytes), "{text}");
        }
        Self { name, schema, bytes, text, json }
    }
}

fn main() {
    let others = (0..OTHER_UPDATES)
        .map(|n| format!("updateOther{n}#{:x} pts:int = Update;\n", 0x1000_0000 + n * 0x0180_0000));
    let schema = LINES.to_owned() + &others.collect::<String>();
    let schema = OwnedSchema::from_text([("lines", schema.as_str())], &SchemaOptions::default());
    let schema = schema.unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let messages = [
        Message::new("one small message", schema.schema(), SMALL),
        Message::new(
            "100 updates",
            schema.schema(),
            &format!("(updates [{}] 1700000000 1)", MESSAGE.repeat(100)),
        ),
    ];
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.as_slice() {
        [] => table(&messages),
        [column, times] => {
            let (_, run) = COLUMNS.iter().find(|(name, _)| name == column).expect("that is no column");
            let times: u32 = times.parse().expect("that is no number");
            black_box((0..times).map(|_| run(black_box(&messages[0]))).sum::<usize>());
        }
        _ => eprintln!("usage: [COLUMN TIMES]"),
    }
}

fn table(messages: &[Message<'_>]) {
    println!("| MB/s | {} |", COLUMNS.map(|(name, _)| name).join(" | "));
    println!("|---|{}", "---|".repeat(COLUMNS.len()));
    for message in messages {
        let speeds = COLUMNS.map(|(_, run)| format!("{:.0}", speed(message, run)));
        println!("| {} ({} bytes) | {} |", message.name, message.bytes.len(), speeds.join(" | "));
    }
}

/// The best of many turns: what else runs on the machine only takes time.
fn speed(message: &Message<'_>, run: fn(&Message<'_>) -> usize) -> f64 {
    let times = (50_000 / message.bytes.len()).max(1);
    let turn = || {
        let start = Instant::now();
        for _ in 0..times {
            black_box(run(black_box(message)));
        }
        start.elapsed()
    };
    let best = (0..100).map(|_| turn()).min().unwrap_or(Duration::MAX);
    (message.bytes.len() * times) as f64 / 1e6 / best.as_secs_f64()
}
