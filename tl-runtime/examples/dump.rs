//! Shows the bytes of a message: what one runs when something does not decode.
//!
//! ```sh
//! echo b95ca935 0700000000000000 | cargo run --example dump --features schema,json -- --schema api.tl
//! ```

use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::{env, fs};

use tl_runtime::reflect::{Call, JsonStyle, OwnedSchema, ReadError, Rule, Schema, SchemaOptions};

const USAGE: &str = "usage: dump --schema FILE… [--format dump|text|json|tdlib] [--ids telegram|formal] [--answer CALL]

Reads a message from standard input, as bytes or as hexadecimal digits, and shows it by the schema in the files.
--answer shows it as the answer to a call: the name of a function, or the whole call as hexadecimal digits.";

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
    let digits = arguments.answer.as_ref().and_then(|answer| from_hex(answer.as_bytes()));
    let call = match &arguments.answer {
        None => None,
        Some(answer) => Some(call(schema, answer, digits.as_deref())?),
    };
    let mut events = match call {
        None => schema.events(bytes),
        Some(call) => schema.answer_events(call, bytes).map_err(|error| error.to_string())?,
    };
    let shown = match (&arguments.format, call) {
        (Format::Dump, None) => schema.dump(bytes).to_string(),
        (Format::Dump, Some(call)) => schema.dump_answer(call, bytes).to_string(),
        (Format::Text, None) => format!("{:#}\n", schema.text(bytes)),
        (Format::Text, Some(call)) => format!("{:#}\n", schema.text_answer(call, bytes)),
        (Format::Json(style), None) => line(schema.with_json(*style).to_json(bytes))?,
        (Format::Json(style), Some(call)) => {
            let json = schema.with_json(*style).answer_to_json(call, bytes);
            line(json.map_err(|error| error.to_string())?)?
        }
    };
    io::stdout().write_all(shown.as_bytes()).map_err(|error| format!("standard output: {error}"))?;
    match events.find_map(Result::err) {
        None => Ok(()),
        Some(error) => Err(error.to_string()),
    }
}

fn line(json: Result<String, ReadError>) -> Result<String, String> {
    json.map(|json| json + "\n").map_err(|error| error.to_string())
}

/// The name of a function, or else the digits of a call.
fn call<'d>(schema: &Schema<'_>, name: &str, digits: Option<&'d [u8]>) -> Result<Call<'d>, String> {
    let mut functions = schema.combinators().filter(|combinator| combinator.is_function());
    match (functions.find(|function| function.name() == name), digits) {
        (Some(function), _) => Ok(Call::Id(function.id())),
        (None, Some(call)) => Ok(Call::Bytes(call)),
        (None, None) => Err(format!("the schema has no function {name}")),
    }
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
