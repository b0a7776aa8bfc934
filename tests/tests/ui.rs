//! What a mistake looks like: `ui/<stage>/<mistake>.rs` must not compile, and rustc must say what its
//! `.stderr` contains. `ui/README.md` lists the mistakes.
//!
//! `TRYBUILD=overwrite cargo test -p tl-tests --test ui` rewrites the `.stderr` files: read them afterwards.

use std::path::{Path, PathBuf};
use std::{fs, io};

use trybuild::TestCases;

/// The folders of this package's edition, one for each stage that finds mistakes. `tests/editions` has the others.
const STAGES: [&str; 10] =
    ["editions/e2024", "flags", "ids", "input", "lex", "limits", "names", "options", "parse", "types"];

/// Cases of what rustc's lexer says.
const PINNED: usize = 8;

#[test]
fn mistakes() -> io::Result<()> {
    // The cases are built as a package of their own below the target folder, and `include_tl!` looks for files there.
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("tests/trybuild/tl-tests");
    for file in files("tl")? {
        let copy = package.join(&file);
        fs::create_dir_all(copy.parent().unwrap_or(&package))?;
        fs::copy(&file, copy)?;
    }

    let cases = TestCases::new();
    cases.compile_fail("ui/*.rs");
    for stage in STAGES {
        cases.compile_fail(format!("ui/{stage}/*.rs"));
    }
    Ok(())
}

/// `ui/README.md` has each case, and each of its links leads to one.
#[test]
fn table_is_complete() -> io::Result<()> {
    let table = fs::read_to_string("ui/README.md")?;
    let cases = files("rs")?;
    for case in &cases {
        let link = case.strip_prefix("ui").unwrap_or(case).with_extension("stderr");
        assert!(table.contains(&format!("({})", link.display())), "ui/README.md lacks {}", link.display());
    }
    let links = table.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    assert_eq!(links.count(), cases.len());
    Ok(())
}

/// What rustc's lexer says is in the README and in the documentation of `tl!`, so that a search finds the answer.
#[test]
fn lexer_errors_are_answered() -> io::Result<()> {
    let readme = fs::read_to_string("../README.md")?;
    let docs = fs::read_to_string("../tl-runtime/src/macros.rs")?;
    let is_pinned = |file: &Path| file.to_string_lossy().contains("/id_like") || is_reserved(file);
    let mut pinned = files("stderr")?;
    pinned.retain(|file| file.starts_with("ui/editions") && is_pinned(file));
    assert_eq!(pinned.len(), PINNED);
    for file in pinned {
        let stderr = fs::read_to_string(&file)?;
        let message = stderr.lines().next().and_then(|line| line.split_once(": ")).unwrap_or_default().1;
        assert!(readme.contains(message), "README.md lacks: {message}");
        assert!(docs.contains(message), "the documentation of tl! lacks: {message}");
    }
    Ok(())
}

/// What editions reserve, in contrast to what is wrong in TL as well.
fn is_reserved(file: &Path) -> bool {
    file.ends_with("id_glued_to_the_name.stderr") || file.ends_with("two_hashes.stderr")
}

/// The files below `ui` with this extension.
fn files(extension: &str) -> io::Result<Vec<PathBuf>> {
    let mut folders = vec![PathBuf::from("ui")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
