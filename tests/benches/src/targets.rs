//! What we want to reach: "Where we want to be" of the performance page, in ratios of one run.

use crate::workload::{Op, Who};

/// How far we want to be from the others in one row of the table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Target {
    /// At least so many times as fast as grammers-tl-types.
    pub grammers: Option<f64>,
    /// At least so many times as fast as tl-proto.
    pub tl_proto: Option<f64>,
    /// At most so many times as long as a copy of the bytes.
    pub memcpy: Option<f64>,
}

/// One line of the page: workload, operation, who of us; then what is wanted of grammers, tl-proto and memcpy.
type Line = (&'static str, Op, Who, [Option<f64>; 3]);

use Op::{Decode, Fresh, Reused};
use Who::{Borrowed, Owned, Unchecked};

const WANTED: &[Line] = &[
    ("updates", Reused, Owned, [Some(1.4), Some(1.4), None]),
    ("invite", Fresh, Owned, [Some(4.5), Some(1.2), None]),
    ("updates", Decode, Owned, [Some(3.0), Some(0.8), None]),
    ("updates", Decode, Borrowed, [Some(4.5), Some(1.3), None]),
    ("small", Decode, Owned, [Some(11.0), Some(3.3), None]),
    ("longs", Reused, Owned, [Some(7.0), Some(7.5), Some(1.1)]),
    ("longs", Decode, Owned, [Some(27.0), Some(9.5), Some(1.1)]),
    ("strings", Reused, Owned, [Some(3.0), Some(1.8), None]),
    ("strings", Decode, Owned, [Some(2.2), None, None]),
    ("strings", Decode, Borrowed, [Some(8.0), None, None]),
    ("strings", Decode, Unchecked, [Some(8.0), Some(1.0), None]),
    ("blocks", Reused, Owned, [Some(2.1), Some(2.0), None]),
    ("blocks", Decode, Owned, [Some(16.0), Some(1.25), None]),
    ("file", Reused, Owned, [Some(1.5), None, Some(1.05)]),
    ("file", Decode, Owned, [Some(1.5), None, Some(1.05)]),
];

/// What is wanted of a row.
///
/// Where the page says nothing, nobody may be faster at the like-for-like setting: encode and owned decode against
/// grammers, encode and decode of unchecked borrowed strings against tl-proto.
pub fn target(workload: &str, op: Op, who: Who) -> Target {
    let line = WANTED.iter().find(|line| (line.0, line.1, line.2) == (workload, op, who));
    let [grammers, tl_proto, memcpy] = line.map_or([None; 3], |line| line.3);
    let like_grammers = who == Owned;
    let like_tl_proto = who == Unchecked || op != Decode;
    Target {
        grammers: grammers.or(like_grammers.then_some(1.0)),
        tl_proto: tl_proto.or(like_tl_proto.then_some(1.0)),
        memcpy,
    }
}
