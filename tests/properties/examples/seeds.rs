//! Writes seeds for the fuzzer: `cargo run -p tl-properties --example seeds` fills `tests/fuzz/corpus`.
//!
//! Short random messages of every combinator, made from the text of the schemas; where the folder `shared` is beside the
//! project, the recorded messages in it too.

use std::fs;
use std::path::{Path, PathBuf};

use tl_properties::dependent::Messages;
use tl_properties::least::{Least, Options};
use tl_properties::nest::cycles;
use tl_properties::sample::Samples;
use tl_properties::schema::Schema;
use tl_properties::schemas::{Source, dependent, everscale, mtproto, telegram};
use tl_test_support::locate;

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    messages(&corpus.join("telegram"), &telegram::SOURCE)?;
    messages(&corpus.join("mtproto"), &mtproto::SOURCE)?;
    messages(&corpus.join("ton"), &everscale::SOURCE)?;
    #[cfg(shared)]
    messages(&corpus.join("ton"), &tl_properties::schemas::ton::SOURCE)?;
    for vectors in ["telegram_158", "mtproto_handshake"] {
        recorded(&corpus.join("telegram"), vectors)?;
    }
    recorded(&corpus.join("ton"), "lite_api")?;
    dependent(&corpus.join("dependent"))?;
    texts(&corpus.join("schema_text"))
}

fn dependent(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let schema = tl_schema::read_text("dependent.tl", dependent::TEXT, &tl_schema::Options::default());
    let schema = schema.expect("the tests read it, too");
    let messages = Messages::new(&schema.resolved, 1).messages(4);
    for (number, (name, bytes)) in messages.iter().enumerate().filter(|(_, (_, bytes))| bytes.len() < 400) {
        fs::write(folder.join(format!("{name}-{number}")), bytes)?;
    }
    Ok(())
}

fn messages(folder: &Path, source: &Source) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let schema = Schema::new(source);
    let least = Least::new(&schema);
    let name = |kind: &str, number: usize| folder.join(format!("{}-{kind}-{number}", source.name));
    let all = Samples::new(&schema, source, 1).messages(1);
    for (number, (_, bytes)) in all.iter().enumerate().filter(|(_, (_, bytes))| bytes.len() < 400) {
        fs::write(name("random", number), bytes)?;
    }
    for (number, combinator) in schema.combinators.iter().enumerate() {
        if let Some(bytes) = least.message(combinator, Options::None) {
            fs::write(name("least", number), bytes)?;
        }
    }
    for (number, cycle) in cycles(&least).iter().enumerate() {
        fs::write(name("nested", number), cycle.message(3))?;
    }
    Ok(())
}

/// The lines `"hex":"…"` of recorded messages.
fn recorded(folder: &Path, vectors: &str) -> std::io::Result<()> {
    let file = locate::shared().map(|shared| shared.join("vectors").join(vectors).with_extension("jsonl"));
    let Some(file) = file.filter(|file| file.is_file()) else { return Ok(()) };
    for (number, line) in fs::read_to_string(file)?.lines().enumerate() {
        let hex =
            line.split_once(r#""hex":""#).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
        let byte = |digits: &[u8]| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok();
        let bytes: Option<Vec<u8>> = hex.as_bytes().chunks(2).map(byte).collect();
        if let Some(bytes) = bytes.filter(|bytes| (1..400).contains(&bytes.len())) {
            fs::write(folder.join(format!("{vectors}-{number}")), bytes)?;
        }
    }
    Ok(())
}

/// Pieces of the schemas' texts.
fn texts(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let shared = locate::shared().map(|shared| shared.join("schemas"));
    let files: Vec<PathBuf> = match shared {
        Some(shared) => {
            fs::read_dir(shared)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?
        }
        None => [telegram::SOURCE, mtproto::SOURCE, everscale::SOURCE]
            .iter()
            .flat_map(|source| source.files.iter().map(PathBuf::from))
            .collect(),
    };
    for file in files {
        let text = fs::read_to_string(&file)?;
        let lines: Vec<&str> = text.lines().collect();
        for (number, lines) in lines.chunks(4).enumerate().step_by(1 + lines.len() / 400) {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            fs::write(folder.join(format!("{name}-{number}")), lines.join("\n"))?;
        }
    }
    Ok(())
}
