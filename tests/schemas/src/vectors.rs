//! Recorded messages of other implementations.

use std::error::Error;
use std::fmt::Debug;

use serde_json::Value;
use tl_runtime::{DeserializableOwned, Serializable};
use tl_test_support::locate;

use crate::{debug, value};

/// Reads every line of a file of vectors as an `Object`: it must decode, encode to the same bytes, and show the line's
/// `value` field by field in its `Debug`. Returns how many lines were compared, and what is wrong with the others.
///
/// # Panics
///
/// If the file cannot be read or is not of the form that it should have.
pub fn compare<Object: DeserializableOwned + Serializable + Debug>(file: &str) -> (usize, Vec<String>) {
    each_line(file, |line, bytes| difference::<Object>(line, bytes))
}

/// Reads every line of a file of vectors with `again`, which decodes and encodes: the bytes must come back. Returns how
/// many lines were compared, and what is wrong with the others.
///
/// # Panics
///
/// If the file cannot be read or is not of the form that it should have.
pub fn come_back(
    file: &str,
    again: impl Fn(&[u8]) -> Result<Vec<u8>, Box<dyn Error>>,
) -> (usize, Vec<String>) {
    each_line(file, |_, bytes| match again(bytes) {
        Ok(encoded) => (encoded != bytes).then(|| format!("encodes to other bytes: {encoded:02x?}")),
        Err(error) => Some(error.to_string()),
    })
}

/// Gives each line of a file of vectors, with its bytes, to `difference`, which says what is wrong with it. Returns how
/// many lines are right, and what is wrong with the others.
///
/// # Panics
///
/// If the file cannot be read or is not of the form that it should have.
pub fn each_line(file: &str, difference: impl Fn(&Value, &[u8]) -> Option<String>) -> (usize, Vec<String>) {
    let lines = locate::text(&locate::shared_file(&format!("vectors/{file}")));
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (number, line) in lines.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let line: Value = serde_json::from_str(line).expect("a line is JSON");
        let bytes = unhex(line["hex"].as_str().expect("a line has bytes"));
        match difference(&line, &bytes) {
            None => compared += 1,
            Some(difference) => {
                wrong.push(format!("{file}:{}: {} {}: {difference}", number + 1, line["name"], line["case"]));
            }
        }
    }
    println!("{file}: {compared} lines agree, {} do not", wrong.len());
    (compared, wrong)
}

fn difference<Object: DeserializableOwned + Serializable + Debug>(
    line: &Value,
    bytes: &[u8],
) -> Option<String> {
    let object = match Object::from_bytes(bytes) {
        Ok(object) => object,
        Err(error) => return Some(error.to_string()),
    };
    match object.to_bytes() {
        Ok(encoded) if encoded == bytes => {
            value::difference(&line["value"], &debug::parse(&format!("{object:?}")))
        }
        Ok(encoded) => Some(format!("encodes to other bytes: {encoded:02x?}")),
        Err(error) => Some(error.to_string()),
    }
}

fn unhex(text: &str) -> Vec<u8> {
    let byte = |digits: &[u8]| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok();
    text.as_bytes().chunks(2).map(|digits| byte(digits).expect("hexadecimal digits")).collect()
}
