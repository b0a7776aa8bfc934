//! Instruction counts: a second figure, the same in each run.
//!
//! There is no counter that a process can read on every machine, so valgrind's callgrind counts a process that does
//! nothing but one case. Two runs with different numbers of repetitions; the difference leaves out everything else.
//! How long instructions take is another matter: a copy of many bytes is one instruction that callgrind counts once per
//! byte, so do not compare with memcpy here.

use std::env;
use std::process::{Command, ExitCode};

use crate::workload::{Op, Prepared, Who};
use crate::workloads::WORKLOADS;
use crate::{report, selected};

/// How often the two runs repeat a case.
const REPEATED: [u64; 2] = [3, 13];

/// The names of the cases of all selected workloads, as [`run`] takes them.
pub fn cases(filter: &[&str]) -> Vec<String> {
    let workloads = WORKLOADS.iter().filter(|(key, _)| selected(key, filter));
    let cases = workloads.flat_map(|(key, prepare)| {
        prepare().cases.into_iter().map(move |case| case_name(key, case.op, case.who))
    });
    cases.collect()
}

fn case_name(key: &str, op: Op, who: Who) -> String {
    format!("{key}/{op:?}/{who:?}")
}

/// Runs one case so many times.
pub fn run(name: &str, times: &str) -> ExitCode {
    let Ok(times) = times.parse() else {
        eprintln!("{times}: not a number");
        return ExitCode::FAILURE;
    };
    for (key, prepare) in WORKLOADS.iter().filter(|(key, _)| name.split('/').next() == Some(key)) {
        let mut workload = prepare();
        if let Some(case) = workload.cases.iter_mut().find(|case| case_name(key, case.op, case.who) == name) {
            (case.run)(0, times);
            return ExitCode::SUCCESS;
        }
    }
    eprintln!("{name}: no such case; --list shows them");
    ExitCode::FAILURE
}

/// Prints how many instructions each case takes.
pub fn table(filter: &[&str]) -> ExitCode {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("valgrind is not installed; `perf stat -e instructions:u` with --run counts one case");
        return ExitCode::FAILURE;
    }
    println!(
        "| workload | op | ours | grammers | tl-proto | memcpy | vs grammers | vs tl-proto | x memcpy |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for (key, prepare) in WORKLOADS.iter().filter(|(key, _)| selected(key, filter)) {
        for op in Op::ALL {
            print!("{}", rows(key, &prepare(), op));
        }
    }
    ExitCode::SUCCESS
}

fn rows(key: &str, workload: &Prepared, op: Op) -> String {
    let cases = workload.cases.iter().filter(|case| case.op == op);
    let counts: Vec<(Who, u64)> = cases
        .map(|case| (case.who, count(&case_name(key, op, case.who)).expect("a count from valgrind")))
        .collect();
    let of = |who| counts.iter().find(|count| count.0 == who).expect("everyone competes").1;
    let [grammers, tl_proto, memcpy] = [Who::Grammers, Who::TlProto, Who::Memcpy].map(of);
    let row = |(who, ours): &(Who, u64)| {
        let name = report::name(op, *who);
        let [grammers_ratio, tl_proto_ratio] = [grammers, tl_proto].map(|peer| peer as f64 / *ours as f64);
        let memcpy_ratio = *ours as f64 / memcpy as f64;
        format!(
            "| {key} | {name} | {ours} | {grammers} | {tl_proto} | {memcpy} \
             | {grammers_ratio:.2}x | {tl_proto_ratio:.2}x | {memcpy_ratio:.2}x |\n"
        )
    };
    counts.iter().filter(|count| count.0.is_ours()).map(row).collect()
}

/// The instructions of one operation.
fn count(case: &str) -> Option<u64> {
    let [few, many] = REPEATED.map(|times| count_process(case, times));
    Some((many? - few?) / (REPEATED[1] - REPEATED[0]))
}

fn count_process(case: &str, times: u64) -> Option<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(env::current_exe().ok()?);
    let output = valgrind.args(["--run", case, &times.to_string()]).output().ok()?;
    let report = String::from_utf8_lossy(&output.stderr);
    let (_, count) = report.split_once("Collected : ")?;
    count.split_whitespace().next()?.parse().ok()
}
