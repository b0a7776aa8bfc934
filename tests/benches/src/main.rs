//! The run-time benchmark: `tl!` against grammers-tl-types, tl-proto and memcpy.
//!
//! ```text
//! cargo run --release -p tl-benches                    the tables of README.md, long and short (a minute)
//! cargo run --release -p tl-benches -- --quick updates only workloads whose name contains "updates", less exactly
//! cargo run --release -p tl-benches -- --instructions  the same cases in instructions (needs valgrind; repeatable)
//! cargo run --release -p tl-benches -- --size          release binaries that decode `Updates`, stripped
//! cargo run --release -p tl-benches -- --list          the names of all cases
//! cargo run --release -p tl-benches -- --run updates/Decode/Owned 1000
//!                                                      one case so many times: for `perf stat`, `valgrind`, `perf record`
//! ```
//!
//! Times drift from machine to machine and from minute to minute: quote ratios, from one run.
#![deny(unsafe_code)]

use std::process::ExitCode;

use tl_benches::measure::{self, Effort};
use tl_benches::workload::Op;
use tl_benches::workloads::WORKLOADS;
use tl_benches::{instructions, report, size};
use tl_test_support::alloc::Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (options, words): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|argument| argument.starts_with("--"));
    match (options.as_slice(), words.as_slice()) {
        ([], filter) => table(filter, Effort::FULL),
        (["--quick"], filter) => table(filter, Effort::QUICK),
        (["--instructions"], filter) => return instructions::table(filter),
        (["--size"], []) => return size::report(),
        (["--list"], filter) => instructions::cases(filter).iter().for_each(|case| println!("{case}")),
        (["--run"], [case, times]) => return instructions::run(case, times),
        _ => {
            eprintln!("usage: [--quick | --instructions | --list] [WORKLOAD…] | --size | --run CASE TIMES");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn table(filter: &[&str], effort: Effort) {
    let mut short = String::from(report::SHORT_HEAD);
    print!("{}", report::HEAD);
    for (_, prepare) in WORKLOADS.iter().filter(|(key, _)| tl_benches::selected(key, filter)) {
        let mut workload = prepare();
        let measured = Op::ALL.map(|op| (op, measure::measure(&mut workload, op, effort)));
        for (op, measured) in &measured {
            print!("{}", report::rows(&workload, *op, measured));
        }
        short += &report::short_row(&workload, &measured);
    }
    print!("{short}");
}
