//! The table, in Markdown.

use std::fmt::Write;

use crate::measure::Measured;
use crate::targets::{self, Target};
use crate::workload::{Op, Prepared, Who};

/// How far below its target a ratio may be and still count as noise.
const NOISE: f64 = 0.05;

/// What stands above the rows.
pub const HEAD: &str = "\
Each cell: median time ± half the distance between the quartiles / allocations / allocated bytes, per operation.
Ratios: medians over turns that followed each other, which is not quite the quotient of the medians beside them.
✓ target of performance.md reached, ≈ within 5 % of it, ✗ missed; the target is in brackets.

| workload (bytes) | op | ours | grammers | tl-proto | memcpy | vs grammers | vs tl-proto | x memcpy |
|---|---|---|---|---|---|---|---|---|
";

/// The rows of one workload and operation: one for each way to use ours.
pub fn rows(key: &str, workload: &Prepared, op: Op, measured: &[Measured]) -> String {
    let of = |who| measured.iter().find(|measured| measured.who == who).expect("everyone competes");
    let peers = [Who::Grammers, Who::TlProto, Who::Memcpy].map(of);
    let mut rows = String::new();
    for ours in measured.iter().filter(|measured| measured.who.is_ours()) {
        let target = targets::target(key, op, ours.who);
        let [grammers, tl_proto, memcpy] = peers.map(cell);
        let ratios = ratios(ours, peers, target);
        let (title, size, op, ours) = (workload.title, workload.size, name(op, ours.who), cell(ours));
        // Writing to a string does not fail.
        let _ = writeln!(
            rows,
            "| {title} ({size}) | {op} | {ours} | {grammers} | {tl_proto} | {memcpy} | {ratios} |"
        );
    }
    rows
}

fn ratios(ours: &Measured, [grammers, tl_proto, memcpy]: [&Measured; 3], target: Target) -> String {
    let faster = |peer: &Measured, target| {
        let ratio = ours.faster_than(peer);
        ratio_cell(ratio, target, target.map(|target| ratio / target))
    };
    let slower = 1.0 / ours.faster_than(memcpy);
    let slower = ratio_cell(slower, target.memcpy, target.memcpy.map(|target| target / slower));
    format!("{} | {} | {slower}", faster(grammers, target.grammers), faster(tl_proto, target.tl_proto))
}

/// `reached` is 1 or more where the target is met.
fn ratio_cell(ratio: f64, target: Option<f64>, reached: Option<f64>) -> String {
    let ratio = if ratio < 9.95 { format!("{ratio:.2}x") } else { format!("{ratio:.0}x") };
    match (target, reached) {
        (Some(target), Some(reached)) => {
            let mark = match reached {
                1.0.. => '✓',
                reached if reached >= 1.0 - NOISE => '≈',
                _ => '✗',
            };
            format!("{ratio} {mark} ({target})")
        }
        _ => ratio,
    }
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
