//! A value of a vector against the tree of a generated `Debug`, field by field.

use serde_json::{Map, Value};
use tl_test_support::names;

use crate::debug::Tree;

/// What differs, with the path to it; `None` if the two agree.
pub(crate) fn difference(expected: &Value, found: &Tree) -> Option<String> {
    match (expected, found) {
        (_, Tree::Tuple(name, inner)) if name == "Some" => difference(expected, inner),
        (Value::Object(object), _) => of_object(object, found),
        (Value::Array(expected), Tree::List(found)) if expected.len() == found.len() => {
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs.find_map(|(index, (expected, found))| {
                within(&index.to_string(), difference(expected, found))
            })
        }
        (Value::String(expected), Tree::Text(found)) if expected == found => None,
        (Value::String(expected), Tree::Bytes(found)) if expected.as_bytes() == found => None,
        (Value::String(expected), Tree::Brief(shown, len)) if is_brief(expected.as_bytes(), shown, *len) => {
            None
        }
        (Value::Bool(expected), Tree::Word(found)) if expected.to_string() == *found => None,
        (Value::Number(expected), Tree::Word(found)) if is_same_number(&expected.to_string(), found) => None,
        _ => Some(format!(": expected {expected}, found {found:?}")),
    }
}

fn within(step: &str, difference: Option<String>) -> Option<String> {
    difference.map(|difference| format!(".{step}{difference}"))
}

/// `#` is unsigned in Rust, and some of the vectors' authors show it signed.
fn is_same_number(expected: &str, found: &str) -> bool {
    let (Ok(expected), Ok(found)) = (expected.parse::<i64>(), found.parse::<i64>()) else { return false };
    expected == found || expected < 0 && expected + (1 << 32) == found
}

/// `{"_": name, …}` is a combinator; `{"bytes": hex}`, `{"int": hex}` and `{"bits": hex, "f64": …}` are primitives.
fn of_object(object: &Map<String, Value>, found: &Tree) -> Option<String> {
    let text = |key: &str| object.get(key).and_then(Value::as_str);
    let agrees = match found {
        _ if text("_").is_some() => return of_combinator(text("_").unwrap_or_default(), object, found),
        Tree::Bytes(found) => text("bytes") == Some(&hex(found)),
        // Two digits a byte; that the bytes agree speaks for those that are not shown.
        Tree::Brief(shown, len) => {
            text("bytes").is_some_and(|bytes| bytes.len() == 2 * len && bytes.starts_with(&hex(shown)))
        }
        Tree::Word(found) if text("int").is_some() => text("int") == Some(found),
        Tree::Word(found) => is_same_double(text("bits")?, found),
        _ => false,
    };
    (!agrees).then(|| format!(": expected {object:?}, found {found:?}"))
}

fn of_combinator(name: &str, object: &Map<String, Value>, found: &Tree) -> Option<String> {
    let ident = names::ident(name);
    let no_fields = Vec::new();
    let fields = match found {
        // The variant of an enum around the struct.
        Tree::Tuple(_, inner) => return of_combinator(name, object, inner),
        Tree::Struct(found, fields) if *found == ident => fields,
        // A variant without fields, of which the type's name may have been dropped, such a struct, or an `Object`.
        Tree::Word(found) if ident.ends_with(found.as_str()) || *found == names::flat(name) => &no_fields,
        _ => return Some(format!(": expected {name}, found {found:?}")),
    };
    let is_field = |key: &str| fields.iter().any(|(field, _)| tl_name(field) == key);
    if let Some(missing) = object.keys().find(|key| *key != "_" && !is_field(key) && !is_mask(key)) {
        return Some(format!(".{missing}: missing in {found:?}"));
    }
    fields.iter().find_map(|(field, found)| match (object.get(tl_name(field)), found) {
        (Some(Value::Number(mask)), Tree::Word(found))
            if field == "mode" && is_part(&mask.to_string(), found) =>
        {
            None
        }
        (Some(expected), found) => within(field, difference(expected, found)),
        (None, Tree::Word(absent)) if absent == "None" || absent == "false" => None,
        (None, found) => Some(format!(".{field}: expected nothing, found {found:?}")),
    })
}

/// Such masks are computed from the fields and have none of their own; that the bytes agree speaks for them.
fn is_mask(key: &str) -> bool {
    key.strip_prefix("flags").is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A mask of another name holds only the bits that no field declares; again the bytes speak for the others.
fn is_part(mask: &str, found: &str) -> bool {
    let (Ok(mask), Ok(found)) = (mask.parse::<i64>(), found.parse::<u32>()) else { return false };
    mask as u32 & found == found
}

/// The only field whose name cannot be a raw identifier.
fn tl_name(field: &str) -> &str {
    if field == "self_" { "self" } else { field }
}

/// The bits are compared by the bytes, which are the same; here a NaN is a NaN.
fn is_same_double(bits: &str, found: &str) -> bool {
    let expected = f64::from_bits(u64::from_str_radix(bits, 16).expect("bits are hexadecimal"));
    let found: f64 = found.parse().expect("Debug of a double is a number");
    expected.to_bits() == found.to_bits() || expected.is_nan() && found.is_nan()
}

/// Whether these are the first of so many bytes.
fn is_brief(bytes: &[u8], shown: &[u8], len: usize) -> bool {
    bytes.len() == len && bytes.starts_with(shown)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;
    use crate::debug::parse;

    #[test]
    fn agreement_and_every_kind_of_difference() {
        let found = parse(
            "User(InputPeer { id: 7, on: false, note: None, self_: true, keys: [Some(ff01), b\"a\"] })",
        );
        let right =
            json!({"_": "inputPeer", "id": 7, "self": true, "keys": [{"int": "ff01"}, {"bytes": "61"}]});
        assert_eq!(difference(&right, &found), None);
        for (key, wrong) in [
            ("id", json!(8)),
            ("on", json!(true)),
            ("note", json!("x")),
            ("self", json!(false)),
            ("keys", json!([{"int": "ff01"}])),
            ("keys", json!([{"int": "ff02"}, {"bytes": "61"}])),
            ("keys", json!([{"int": "ff01"}, {"bytes": "62"}])),
            ("other", json!(1)),
            ("_", json!("inputUser")),
        ] {
            let mut value = right.clone();
            value[key] = wrong;
            assert!(difference(&value, &found).is_some(), "{key}");
        }
        for missing in ["id", "self", "keys"] {
            let mut value = right.clone();
            value.as_object_mut().unwrap().remove(missing);
            assert!(difference(&value, &found).is_some(), "{missing}");
        }
    }
}
