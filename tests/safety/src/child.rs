//! One pair of crate and input, in a process of its own.

use std::env;
use std::process::Command;

use tl_test_support::alloc::peak_of;

use crate::SUBJECTS;
use crate::input::Input;

/// Runs this program again for one pair; returns a cell of the table.
pub(crate) fn start(subject: &str, input: &str) -> String {
    let program = env::current_exe().expect("the system knows this program");
    let output = Command::new(program).args([subject, input]).output().expect("this program can be run");
    match output.status.success() {
        true => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        false => format!("**{}**", end(&output.status.to_string(), &String::from_utf8_lossy(&output.stderr))),
    }
}

/// How a process ended that did not end well.
fn end(status: &str, said: &str) -> String {
    let known = ["overflowed its stack", "memory allocation of", "capacity overflow", "panicked"];
    match known.into_iter().find(|words| said.contains(words)) {
        Some("overflowed its stack") => "aborts: stack overflow".to_owned(),
        Some("memory allocation of") => "aborts: out of memory".to_owned(),
        Some(_) => "panics".to_owned(),
        None => format!("ends with {status}"),
    }
}

/// What the process does: prints the cell.
pub(crate) fn work(subject: &str, input: &str) {
    let subject = SUBJECTS.into_iter().find(|known| known.name == subject).expect("a crate of the table");
    let input = Input::ALL.into_iter().find(|known| known.name() == input).expect("an input of the table");
    let bytes = input.bytes();
    let (outcome, peak) = peak_of(|| (subject.run)(input, &bytes));
    println!("{outcome}; {}", size(peak));
}

/// A number of bytes as people write it.
fn size(bytes: usize) -> String {
    match bytes {
        0..10_000 => format!("{bytes} B"),
        10_000..10_000_000 => format!("{} KB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}
