//! Shows the bytes of a message: what one runs when something does not decode.
//!
//! ```sh
//! echo b95ca935 0700000000000000 | cargo run --example dump --features schema,json -- --schema api.tl
//! ```

use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::{env, fs};

use tl_runtime::reflect::{Combinator, JsonStyle, OwnedSchema, Rule, Schema, SchemaOptions};

const USAGE: &str = "usage: dump --schema FILE… [--format dump|text|json|tdlib] [--ids telegram|formal] [--answer FUNCTION]

Reads a message from standard input, as bytes or as hexadecimal digits, and shows it by the schema in the files.
--answer shows it as the answer to a function.";

struct Arguments {
    schemas: Vec<String>,
    format: Format,
    ids: Option<Rule>,
    answer: Option<String>,
}

enum Format {
    Dump,
    Text,
    Json(JsonStyle),
}

fn main() -> ExitCode {
    match arguments(env::args().skip(1)).and_then(|arguments| run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments { schemas: Vec::new(), format: Format::Dump, ids: None, answer: None };
    while let Some(option) = given.next() {
        let value = given.next().ok_or(USAGE)?;
        match (option.as_str(), value.as_str()) {
            ("--schema", _) => arguments.schemas.push(value),
            ("--format", "dump") => arguments.format = Format::Dump,
            ("--format", "text") => arguments.format = Format::Text,
            ("--format", "json") => arguments.format = Format::Json(JsonStyle::Plain),
            ("--format", "tdlib") => arguments.format = Format::Json(JsonStyle::Tdlib),
            ("--ids", "telegram") => arguments.ids = Some(Rule::Telegram),
            ("--ids", "formal") => arguments.ids = Some(Rule::Formal),
            ("--answer", _) => arguments.answer = Some(value),
            _ => return Err(USAGE.to_owned()),
        }
    }
    if arguments.schemas.is_empty() { Err(USAGE.to_owned()) } else { Ok(arguments) }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let texts = arguments.schemas.iter().map(|file| match fs::read_to_string(file) {
        Ok(text) => Ok((file.as_str(), text)),
        Err(error) => Err(format!("{file}: {error}")),
    });
    let texts = texts.collect::<Result<Vec<_>, _>>()?;
    let texts = texts.iter().map(|(name, text)| (*name, text.as_str()));
    let options = SchemaOptions { ids: arguments.ids, ..SchemaOptions::default() };
    let schema = OwnedSchema::from_text(texts, &options).map_err(|mistakes| mistakes.to_string())?;
    let mut input = Vec::new();
    io::stdin().read_to_end(&mut input).map_err(|error| format!("standard input: {error}"))?;
    let bytes = from_hex(&input).unwrap_or(input);
    show(&schema.schema(), arguments, &bytes)
}

/// Shows the message; where it does not decode, as much of it as does.
fn show(schema: &Schema<'_>, arguments: &Arguments, bytes: &[u8]) -> Result<(), String> {
    let function = match &arguments.answer {
        Some(name) => Some(function(schema, name)?),
        None => None,
    };
    let shown = match (&arguments.format, function) {
        (Format::Dump, None) => schema.dump(bytes).to_string(),
        (Format::Dump, Some(id)) => schema.dump_answer(id, bytes).to_string(),
        (Format::Text, None) => format!("{:#}\n", schema.text(bytes)),
        (Format::Text, Some(id)) => format!("{:#}\n", schema.text_answer(id, bytes)),
        (Format::Json(style), None) => line(schema.with_json(*style).to_json(bytes))?,
        (Format::Json(style), Some(id)) => match schema.with_json(*style).answer_to_json(id, bytes) {
            Some(json) => line(json)?,
            None => return Err("there is no such function".to_owned()),
        },
    };
    io::stdout().write_all(shown.as_bytes()).map_err(|error| format!("standard output: {error}"))?;
    let mut events = match function {
        None => Some(schema.events(bytes)),
        Some(id) => schema.answer_events(id, bytes),
    };
    match events.as_mut().and_then(|events| events.find_map(Result::err)) {
        None => Ok(()),
        Some(error) => Err(error.to_string()),
    }
}

fn line<E: ToString>(json: Result<String, E>) -> Result<String, String> {
    json.map(|json| json + "\n").map_err(|error| error.to_string())
}

fn function(schema: &Schema<'_>, name: &str) -> Result<u32, String> {
    let mut functions = schema.combinators().filter(|combinator| combinator.is_function());
    let function = functions.find(|function| function.name() == name);
    function.map(Combinator::id).ok_or_else(|| format!("the schema has no function {name}"))
}

/// The bytes, if the input is nothing but hexadecimal digits, and spaces between them.
fn from_hex(input: &[u8]) -> Option<Vec<u8>> {
    let digits = input.iter().filter(|byte| !byte.is_ascii_whitespace());
    let digits = digits.map(|byte| char::from(*byte).to_digit(16)).collect::<Option<Vec<u32>>>()?;
    let pairs = digits.chunks(2).map(|pair| match pair {
        [high, low] => u8::try_from(high << 4 | low).ok(),
        _ => None,
    });
    pairs.collect()
}
