//! The tables, in Markdown.

use std::fmt::Write;

use crate::measure::Measured;
use crate::workload::{Op, Prepared, Who};

/// Above the rows of the long table.
pub const HEAD: &str = "\
Each cell: median time ± half the distance between the quartiles / allocations / allocated bytes, per operation.
Ratios: medians over turns that followed each other, which is not quite the quotient of the medians beside them.

| workload (bytes) | op | ours | grammers | tl-proto | memcpy | vs grammers | vs tl-proto | x memcpy |
|---|---|---|---|---|---|---|---|---|
";

/// Above the rows of the short table.
pub const SHORT_HEAD: &str = "
| workload (bytes) | encode | decode owned | decode borrowed |
|---|---|---|---|
";

/// The rows of one workload and operation: one for each way to use ours.
pub fn rows(workload: &Prepared, op: Op, measured: &[Measured]) -> String {
    let peers = peers(measured);
    let mut rows = String::new();
    for ours in measured.iter().filter(|measured| measured.who.is_ours()) {
        let [grammers, tl_proto, memcpy] = peers.map(cell);
        let ratios = ratios(ours, peers).join(" | ");
        let (title, size, op, ours) = (workload.title, workload.size, name(op, ours.who), cell(ours));
        // Writing to a string does not fail.
        let _ = writeln!(
            rows,
            "| {title} ({size}) | {op} | {ours} | {grammers} | {tl_proto} | {memcpy} | {ratios} |"
        );
    }
    rows
}

/// The row of one workload in the short table, from the measurements of each operation.
pub fn short_row(workload: &Prepared, measured: &[(Op, Vec<Measured>)]) -> String {
    let cell = |op, who| {
        let (_, measured) = measured.iter().find(|(measured, _)| *measured == op)?;
        let ours = measured.iter().find(|measured| measured.who == who)?;
        Some(ratios(ours, peers(measured)).join(" / "))
    };
    let ways = [(Op::Reused, Who::Owned), (Op::Decode, Who::Owned), (Op::Decode, Who::Unchecked)];
    let cells = ways.map(|(op, who)| cell(op, who).unwrap_or_default());
    format!("| {} ({}) | {} |\n", workload.title, workload.size, cells.join(" | "))
}

/// grammers-tl-types, tl-proto, a copy.
fn peers(measured: &[Measured]) -> [&Measured; 3] {
    let of = |who| measured.iter().find(|measured| measured.who == who).expect("everyone competes");
    [Who::Grammers, Who::TlProto, Who::Memcpy].map(of)
}

/// How many times as long the peers take as ours, and how many times as long ours takes as a copy.
fn ratios(ours: &Measured, [grammers, tl_proto, memcpy]: [&Measured; 3]) -> [String; 3] {
    [ours.faster_than(grammers), ours.faster_than(tl_proto), 1.0 / ours.faster_than(memcpy)].map(ratio)
}

fn ratio(ratio: f64) -> String {
    if ratio < 9.95 { format!("{ratio:.2}x") } else { format!("{ratio:.0}x") }
}

fn cell(measured: &Measured) -> String {
    let (nanos, spread) = (measured.median(), (measured.spread() * 100.0).round());
    let (calls, bytes) = (measured.allocated.calls, measured.allocated.bytes);
    let time = match nanos {
        10_000.0.. => format!("{:.1} us", nanos / 1e3),
        1_000.0.. => format!("{:.2} us", nanos / 1e3),
        _ => format!("{nanos:.1} ns"),
    };
    format!("{time} ±{spread}% / {calls} / {bytes}")
}

/// What a row does, in words.
pub fn name(op: Op, who: Who) -> &'static str {
    match (op, who) {
        (Op::Reused, Who::Unchecked) => "encode borrowed, reused buffer",
        (Op::Fresh, Who::Unchecked) => "encode borrowed, fresh buffer",
        (Op::Reused, _) => "encode, reused buffer",
        (Op::Fresh, _) => "encode, fresh buffer",
        (Op::Decode, Who::Shared) => "decode owned, shared `Bytes`",
        (Op::Decode, Who::Borrowed) => "decode borrowed",
        (Op::Decode, Who::Unchecked) => "decode borrowed, strings as bytes",
        (Op::Decode, _) => "decode owned",
    }
}
