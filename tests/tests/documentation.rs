//! README.md and the guides say what the programs print, and find each other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tl_runtime::Serializable;
use tl_tests::seed::invites::types::PeerSettings;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of the guides, from their files.
fn guides() -> BTreeSet<String> {
    let files = fs::read_dir(project().join("tl-runtime/doc")).expect("the guides have a folder");
    let guides: BTreeSet<String> = files
        .map(|file| {
            file.expect("readable").path().file_stem().expect("a name").to_string_lossy().into_owned()
        })
        .collect();
    assert!(guides.len() > 5, "{guides:?}");
    guides
}

/// A stranger reads it in five minutes.
#[test]
fn the_readme_is_short() {
    assert!(read("README.md").lines().count() <= 250);
}

#[test]
fn the_readme_leads_to_every_guide() {
    let (readme, modules) = (read("README.md"), read("tl-runtime/src/guide.rs"));
    for guide in guides() {
        assert!(readme.contains(&format!("(tl-runtime/doc/{guide}.md)")), "README.md does not link {guide}");
        assert!(modules.contains(&format!("pub mod {guide} {{}}")), "guide.rs has no module {guide}");
    }
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links: Vec<&str> = links.filter(|link| !link.starts_with("http")).collect();
    assert!(links.len() > 10, "{links:?}");
    for link in links {
        assert!(project().join(link).exists(), "README.md links {link}");
    }
}

/// All that the programs print of which the documentation shows a part.
fn printed() -> String {
    let mistakes = read("tests/ui/readme.stderr").replace("ui/readme.rs", "src/main.rs");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--offline", "--package", "tl-runtime", "--example", "invites"]);
    let example = cargo.current_dir(project()).output().expect("cargo runs");
    assert!(example.status.success(), "{}", String::from_utf8_lossy(&example.stderr));
    let example = String::from_utf8(example.stdout).expect("it prints text");
    let conflict = PeerSettings { request_chat_title: Some("Friends".to_owned()), ..Default::default() };
    let conflict = conflict.to_bytes().expect_err("they share a bit").to_string();
    [mistakes, example, conflict].join("\n")
}

#[test]
fn what_is_shown_is_printed() {
    let printed = printed();
    let mut blocks = 0;
    let files = guides().into_iter().map(|guide| format!("tl-runtime/doc/{guide}.md"));
    for file in files.chain(["README.md".to_owned()]) {
        let text = read(&file);
        for block in text.split("```text\n").skip(1).filter_map(|rest| rest.split("\n```").next()) {
            assert!(printed.contains(block), "{file} shows what is not printed:\n{block}\nbut:\n{printed}");
            blocks += 1;
        }
    }
    assert_eq!(blocks, 6);
}

/// The table of a Markdown file whose first row starts so.
fn table(file: &str, first: &str) -> Vec<Vec<String>> {
    let text = read(file);
    let start = text.find(first).unwrap_or_else(|| panic!("{file} has no table {first}"));
    let rows = text[start..].lines().take_while(|line| line.starts_with('|'));
    let cells = |row: &str| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
    rows.skip(2).map(cells).collect()
}

/// The short table of the benchmark, in the guide and after the long one, has the figures of the long one.
#[test]
fn the_short_table_is_from_the_long_one() {
    const SHORT: &str = "| workload (bytes) | encode |";
    let long = table("tests/benches/README.md", "| workload (bytes) | op |");
    let short = table("tests/benches/README.md", SHORT);
    assert_eq!(short, table("tl-runtime/doc/performance.md", SHORT));
    assert_eq!(short.len(), 10);
    let ops = ["encode, reused buffer", "decode owned", "decode borrowed, strings as bytes"];
    for row in &short {
        for (op, cell) in ops.iter().zip(&row[1..]) {
            let of_op = long.iter().find(|of| of[0] == row[0] && of[1] == *op);
            assert_eq!(of_op.map_or(String::new(), |of| of[6..9].join(" / ")), *cell, "{}, {op}", row[0]);
        }
    }
}
