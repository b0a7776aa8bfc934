//! How long the whole API of Telegram takes to compile through `include_tl!`, against `grammers-tl-types` 0.11, on the
//! schema that this crate ships (layer 230).
//!
//! ```text
//! cargo run --release -p tl-compile-time            # three runs of each, medians, a Markdown table
//! cargo run --release -p tl-compile-time -- 1 check # one run, and only of `cargo check`
//! ```
//!
//! Counted is what `rustc` takes for the crate with the generated code, cold and without incremental compilation, and
//! for a small crate that decodes `Updates` with it. Dependencies are built before and do not count: neither `syn` and
//! `tl-macros` for us, nor the build script that writes the Rust code for them. The expansion of the macro does count.
//!
//! What is equal: the schema; functions are encoded and not decoded; `Debug`, `Clone`, `PartialEq`, and `From` of a
//! struct for its enum. What is not: we add `new`, `Default` where it is possible, names and lines as constants, and
//! documentation of every field; they add `name_for_id` and accessors of fields that all variants have.
//! Two lines have `only(…)`: what a bot calls, and what a login calls, of the same schema.
//! A last line has their default features, which are these and `TryFrom` of an enum for its structs.
//!
//! Linux only: user time and peak memory of `rustc` come from `/proc`.

use std::env;
use std::process::ExitCode;

mod measure;
mod scratch;
mod table;

use measure::Sample;
use scratch::{Build, Scratch, Whose};

fn main() -> ExitCode {
    // Cargo calls this program again, instead of rustc.
    if let Some(log) = env::var_os(measure::LOG) {
        return measure::rustc(&log);
    }
    let runs = env::args().nth(1).map_or(3, |runs| runs.parse().expect("the argument is how many runs"));
    let chosen: Vec<String> = env::args().skip(2).collect();
    let scratch = Scratch::new();
    print!("{}", table::HEAD);
    for build in Build::ALL {
        if chosen.is_empty() || chosen.iter().any(|name| name == build.name()) {
            print!("{}", table::rows(build, &samples(&scratch, build, runs)));
        }
    }
    ExitCode::SUCCESS
}

/// Ours and theirs in turn, so that a change of the machine's mood meets both.
fn samples(scratch: &Scratch, build: Build, runs: usize) -> Vec<(Whose, Sample)> {
    scratch.build_dependencies(build);
    let mut samples = Vec::new();
    for run in 1..=runs {
        for whose in Whose::ALL {
            eprintln!("{} {}, run {run} of {runs}", whose.name(), build.name());
            samples.extend(scratch.measure(whose, build).into_iter().map(|sample| (whose, sample)));
        }
    }
    samples
}
