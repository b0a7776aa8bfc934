//! The program ends well, and so does each of our cells.

use std::fs;
use std::path::Path;
use std::process::Command;

fn table() -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tl-safety")).output().expect("the program can be run");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("Markdown in UTF-8")
}

#[test]
fn our_column_has_no_abort_and_little_memory() {
    let table = table();
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

/// The cells of a table, each as the words and the bytes of memory in it.
fn cells(table: &str) -> Vec<(&str, f64)> {
    let cell = |cell: &str| {
        let (words, size) = cell.trim_end_matches(" |").rsplit_once("; ").unwrap_or((cell, "0 B"));
        let (number, unit) = size.split_once(' ')?;
        let scale = match unit {
            "B" => 1.0,
            "KB" => 1e3,
            "MB" => 1e6,
            _ => return None,
        };
        Some((words.len(), number.parse::<f64>().ok()? * scale))
    };
    let cells = table.lines().skip(2).flat_map(|row| row.split(" | "));
    cells.map(|text| cell(text).map_or((text, 0.0), |(len, size)| (&text[..len], size))).collect()
}

/// The guide says what is printed, and about how much memory it takes.
#[test]
fn the_guide_has_this_table() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tl-runtime/doc/safety.md");
    let guide = fs::read_to_string(guide).expect("there is such a guide");
    let start = guide.find("| input | tl |").expect("it has the table");
    let shown = guide[start..].split("\n\n").next().expect("a table ends");
    let printed = table();
    let (shown, printed) = (cells(shown), cells(&printed));
    assert_eq!(shown.len(), printed.len());
    for ((shown, shown_size), (printed, size)) in shown.into_iter().zip(printed) {
        assert_eq!(shown, printed);
        assert!(
            (shown_size / 2.0..=shown_size * 2.0).contains(&size),
            "{printed}: {shown_size}, and now {size}"
        );
    }
}
