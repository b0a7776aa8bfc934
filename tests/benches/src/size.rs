//! How large a program becomes.

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Two programs that do the same: decode `Updates` and print one field.
const EXAMPLES: [(&str, &str); 2] = [("ours", "updates_ours"), ("grammers", "updates_grammers")];

/// Builds both in release, stripped, and prints their sizes.
pub fn report() -> ExitCode {
    println!("| who | bytes, stripped |\n|---|---|");
    for (who, example) in EXAMPLES {
        match build(example).and_then(|path| path.metadata().ok()) {
            Some(metadata) => println!("| {who} | {} |", metadata.len()),
            None => {
                eprintln!("{example} could not be built");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn build(example: &str) -> Option<PathBuf> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Stripping is asked of the last link only: as a setting of the profile it would build all dependencies again.
    cargo.args([
        "rustc",
        "--quiet",
        "--release",
        "--package=tl-benches",
        "--example",
        example,
        "--",
        "-Cstrip=symbols",
    ]);
    if !cargo.status().ok()?.success() {
        return None;
    }
    let folder = env::current_exe().ok()?.with_file_name("examples");
    Some(folder.join(example).with_extension(env::consts::EXE_EXTENSION))
}
