//! The ids of a schema by both rules, or its mistakes: `cargo run -p tl-schema --example ids -- api.tl …`.
//!
//! A line has the id on the wire, the ids by the formal rule and by Telegram's, and the definition.

use std::process::ExitCode;
use std::{env, fs};

use tl_schema::{Options, Rule, read};

fn main() -> ExitCode {
    let paths: Vec<String> = env::args().skip(1).collect();
    if paths.is_empty() {
        eprintln!("usage: ids SCHEMA.tl…");
        return ExitCode::FAILURE;
    }
    let mut sources = Vec::new();
    for path in &paths {
        match fs::read_to_string(path) {
            Ok(text) => sources.push((path.as_str(), text)),
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    // Where the rules differ, a line without an id needs one of the two.
    let options = Options { ids: Some(Rule::Formal), ..Options::default() };
    match read(sources.iter().map(|(path, text)| (*path, text.as_str())), &options) {
        Ok(schema) => {
            println!("wire     formal   Telegram");
            for combinator in &schema.resolved.combinators {
                let id = &combinator.id;
                println!("{:08x} {:08x} {:08x} {}", id.value, id.formal.1, id.telegram.1, combinator.line);
            }
            ExitCode::SUCCESS
        }
        Err(mistakes) => {
            eprintln!("{mistakes}\n\n{} mistakes", mistakes.list.len());
            ExitCode::FAILURE
        }
    }
}
