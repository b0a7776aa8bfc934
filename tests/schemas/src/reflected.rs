//! Recorded messages of other implementations through the tables of a schema.

use serde_json::Value;
use tl_runtime::reflect::Schema;

use crate::dumped;
use crate::vectors::each_line;

/// Shows every line of a file of vectors as text and as JSON, and reads both back: the bytes must be the same, and a dump
/// must show the line's `value`. Returns how many lines agree, and what is wrong with the others.
///
/// # Panics
///
/// If the file cannot be read or is not of the form that it should have.
pub fn compare(schema: &Schema<'_>, file: &str) -> (usize, Vec<String>) {
    each_line(file, |line, bytes| {
        text(schema, bytes).or_else(|| json(schema, bytes)).or_else(|| dump(schema, line, bytes))
    })
}

fn text(schema: &Schema<'_>, bytes: &[u8]) -> Option<String> {
    for text in [schema.text(bytes).to_string(), format!("{:#}", schema.text(bytes))] {
        match schema.parse_text(&text) {
            Ok(again) if again == bytes => {}
            Ok(again) => return Some(format!("{text} is {again:02x?}")),
            Err(error) => return Some(format!("{error}: {text}")),
        }
    }
    None
}

fn json(schema: &Schema<'_>, bytes: &[u8]) -> Option<String> {
    use tl_runtime::reflect::JsonStyle::{Plain, Tdlib};
    for style in [Plain, Tdlib] {
        let schema = schema.with_json(style);
        let json = match schema.to_json(bytes) {
            Ok(json) => json,
            Err(error) => return Some(error.to_string()),
        };
        // Others read it, too, and may put the keys into another order.
        let tree: Value = match serde_json::from_str(&json) {
            Ok(tree) => tree,
            Err(error) => return Some(format!("{error}: {json}")),
        };
        for json in [json, tree.to_string()] {
            match schema.from_json(&json) {
                Ok(again) if again == bytes => {}
                Ok(again) => return Some(format!("{json} is {again:02x?}")),
                Err(error) => return Some(format!("{error}: {json}")),
            }
        }
    }
    None
}

fn dump(schema: &Schema<'_>, line: &Value, bytes: &[u8]) -> Option<String> {
    let dump = format!("{:#}", schema.dump(bytes));
    dumped::difference(&line["value"], &dump).map(|difference| format!("{difference}\n{dump}"))
}
