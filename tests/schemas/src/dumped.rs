//! A value of a vector against a dump, line by line.

use std::iter::Peekable;

use serde_json::{Map, Value};

/// A line of a dump after its offset and its words.
struct Line<'d> {
    indent: usize,
    /// The field, or the index of an element.
    label: Option<&'d str>,
    value: &'d str,
}

type Lines<'l, 'd> = Peekable<std::slice::Iter<'l, Line<'d>>>;

/// What differs; `None` if the two agree.
pub(crate) fn difference(expected: &Value, dump: &str) -> Option<String> {
    let lines: Vec<Line<'_>> = dump.lines().map(line).collect();
    let mut lines = lines.iter().peekable();
    value(expected, &mut lines)
        .err()
        .or_else(|| lines.next().map(|line| format!("left over: {}", line.value)))
}

fn line(line: &str) -> Line<'_> {
    let digits = line.find(|char: char| char.is_ascii_digit()).expect("a line has an offset");
    let end = digits + line[digits..].find(' ').expect("words or spaces follow");
    // The words take 18 columns, between two spaces and one.
    let content = line[end..].char_indices().nth(21).map_or("", |(at, _)| &line[end + at..]);
    let text = content.trim_start_matches(' ');
    let indent = content.len() - text.len();
    let element = text.strip_prefix('[').and_then(|text| text.split_once("] "));
    let name_end = text.find(|char: char| !char.is_ascii_alphanumeric() && char != '_').unwrap_or(text.len());
    let field = text[name_end..].starts_with(':').then(|| text.split_once(" = ")).flatten();
    let (label, value) = match (element, field) {
        (Some((index, value)), _) => (Some(index), value),
        (None, Some((_, value))) => (Some(&text[..name_end]), value),
        (None, None) => (None, text),
    };
    Line { indent, label, value }
}

fn value(expected: &Value, lines: &mut Lines<'_, '_>) -> Result<(), String> {
    let line = lines.next().ok_or("a line is missing")?;
    let agrees = match expected {
        Value::Object(object) if object.contains_key("_") => return combinator(object, line, lines),
        Value::Object(object) => primitive(object, line.value),
        Value::Array(elements) => {
            for element in elements {
                value(element, lines)?;
            }
            line.value.starts_with(&format!("{} element", elements.len()))
        }
        Value::String(text) => unquoted(line.value).as_ref() == Some(text),
        Value::Number(number) => number.as_i64().is_some_and(|number| is_number(number, line.value)),
        Value::Bool(value) => line.value == value.to_string(),
        Value::Null => false,
    };
    if agrees { Ok(()) } else { Err(format!("expected {expected}, found {}", line.value)) }
}

/// Authors of vectors show a `#` signed.
fn is_number(expected: i64, found: &str) -> bool {
    let found = found.split(' ').next().unwrap_or_default();
    let found = match found.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => found.parse().ok(),
    };
    found.is_some_and(|found| found == expected || expected < 0 && found == expected + (1 << 32))
}

fn combinator(object: &Map<String, Value>, line: &Line<'_>, lines: &mut Lines<'_, '_>) -> Result<(), String> {
    if Some(line.value) != object["_"].as_str() {
        return Err(format!("expected {}, found {}", object["_"], line.value));
    }
    let mut left: Vec<&String> = object.keys().filter(|key| *key != "_").collect();
    while let Some(next) = lines.peek().filter(|next| next.indent > line.indent) {
        let field = next.label.ok_or("a field has a name")?;
        let is_mask =
            field.strip_prefix("flags").is_some_and(|rest| rest.parse::<u32>().is_ok() || rest.is_empty());
        let set = next.value.split_once(" (").map_or("", |(_, set)| set.trim_end_matches(')'));
        // Flags are named in the line of their mask.
        let is_flag = |key: &str| object[key] == Value::Bool(true) && set.split(", ").any(|name| name == key);
        left.retain(|key| *key != field && !is_flag(key));
        match object.get(field) {
            Some(expected) => value(expected, lines).map_err(|error| format!(".{field}{error}"))?,
            None if is_mask || next.label == Some("bytes") => {
                lines.next();
            }
            None => return Err(format!(".{field}: expected nothing")),
        }
    }
    match left.iter().find(|key| object[**key] != Value::Bool(false) && !key.starts_with("flags")) {
        Some(key) => Err(format!(".{key}: missing")),
        None => Ok(()),
    }
}

/// `{"bytes": hex}`, `{"int": hex}` and `{"bits": hex, "f64": …}`.
fn primitive(object: &Map<String, Value>, found: &str) -> bool {
    let text = |key: &str| object.get(key).and_then(Value::as_str);
    match (text("bytes").or(text("int")), text("bits")) {
        (Some(hex), _) => match unquoted(found) {
            Some(text) => *hex == text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>(),
            None => found.strip_prefix("0x") == Some(hex),
        },
        (None, Some(bits)) => {
            let expected = f64::from_bits(u64::from_str_radix(bits, 16).expect("bits are hexadecimal"));
            match found.split(':').next().and_then(|found| found.parse::<f64>().ok()) {
                Some(found) => found.to_bits() == expected.to_bits() || found.is_nan() && expected.is_nan(),
                None => false,
            }
        }
        (None, None) => false,
    }
}

/// The escapes of a dump are those of JSON.
fn unquoted(text: &str) -> Option<String> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;

    const DUMP: &str = "   0  01000000           user
   4  22000000             flags:# = 0x22 (premium, name)
   8  07000000 00000000    id:long = -7
  16  01620000             name:string = \"b\"
  20  02000000             keys:vector<Key> = 1 element
  24                         [0] key
  24  00000000 0000f87f        at:double = NaN
";

    #[test]
    fn agreement_and_every_kind_of_difference() {
        let key = json!({"_": "key", "at": {"bits": "7ff8000000000000", "f64": null}});
        let right = json!({"_": "user", "premium": true, "id": -7, "name": "b", "keys": [key]});
        assert_eq!(difference(&right, DUMP), None);
        let bytes = json!({"bytes": "62"});
        for (key, value, agrees) in [
            ("_", json!("chat"), false),
            ("premium", json!(false), true),
            ("silent", json!(true), false),
            ("id", json!(7), false),
            ("name", json!("c"), false),
            ("name", bytes, true),
            ("keys", json!([]), false),
            ("other", json!(1), false),
        ] {
            let mut value_of = right.clone();
            value_of[key] = value;
            assert_eq!(difference(&value_of, DUMP).is_none(), agrees, "{key}");
        }
        for missing in ["id", "name", "keys"] {
            let mut value = right.clone();
            value.as_object_mut().expect("it is an object").remove(missing);
            assert!(difference(&value, DUMP).is_some(), "{missing}");
        }
    }
}
