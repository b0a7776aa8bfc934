//! The program ends well, and so does each of our cells.

use std::process::Command;

#[test]
fn our_column_has_no_abort_and_little_memory() {
    let output = Command::new(env!("CARGO_BIN_EXE_tl-safety")).output().expect("the program can be run");
    assert!(output.status.success());
    let table = String::from_utf8(output.stdout).expect("Markdown in UTF-8");
    println!("{table}");
    let rows: Vec<Vec<&str>> = table.lines().skip(2).map(|row| row.split(" | ").collect()).collect();
    assert_eq!(rows.len(), 8, "{table}");
    for row in rows {
        let ours = row[1];
        assert!(!ours.contains("**"), "{ours}");
        let expected = ["refused: ", "comes back as it was", "ignored; refused by a strict reader"];
        assert!(expected.iter().any(|start| ours.starts_with(start)), "{ours}");
    }
}
