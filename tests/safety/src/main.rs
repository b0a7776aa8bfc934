//! `cargo run -p tl-safety` prints a table in Markdown: the same inputs to us, `grammers-tl-types` and `tl-proto`, what
//! became of each, and the most memory on the heap on the way.
//!
//! Each pair of input and crate runs in a process of its own, so that one which aborts is a line of the table.

mod child;
mod grammers;
mod input;
mod ours;
mod outcome;
mod tl_proto;

use std::env;

use tl_test_support::alloc::Counting;

use crate::input::Input;
use crate::outcome::Outcome;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A crate, and what it does with an input.
struct Subject {
    name: &'static str,
    run: fn(Input, &[u8]) -> Outcome,
}

const SUBJECTS: [Subject; 3] = [
    Subject { name: "tl", run: ours::run },
    Subject { name: "grammers-tl-types 0.11", run: grammers::run },
    Subject { name: "tl-proto 0.5", run: tl_proto::run },
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match &arguments[..] {
        [subject, input] => child::work(subject, input),
        _ => print_table(),
    }
}

fn print_table() {
    println!("| input | {} |", SUBJECTS.map(|subject| subject.name).join(" | "));
    println!("|---|{}", "---|".repeat(SUBJECTS.len()));
    for input in Input::ALL {
        let cells = SUBJECTS.map(|subject| child::start(subject.name, input.name()));
        println!("| {} | {} |", input.description(), cells.join(" | "));
    }
}
