//! The clock.
//!
//! Neither criterion nor divan: both finish one case before they start the next, and on a machine that others use too
//! the ratio of two cases measured seconds apart says more about the others. Here the cases of one row take turns, a
//! tenth of a millisecond each, so that whatever slows the machine down slows all of them down.

use std::hint::black_box;
use std::time::{Duration, Instant};

use tl_test_support::alloc::{Allocated, allocated};

use crate::workload::{Case, Op, Prepared, Who};

/// How long to measure.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// How long the turn of one case takes.
    pub turn: Duration,
    /// How many turns each case gets.
    pub turns: usize,
}

impl Effort {
    /// For a table that is quoted.
    pub const FULL: Self = Self { turn: Duration::from_micros(100), turns: 2001 };
    /// For a glance.
    pub const QUICK: Self = Self { turn: Duration::from_micros(100), turns: 101 };
}

/// Where on the stack the turns of a case run, one after the other: how the variables of a function lie to what it copies
/// changes what the copy takes, and each process has its stack somewhere else.
const STACK_PLACES: usize = 17;

/// What lies between one place and the next, in bytes, and a little more; all together span a page.
const FRAME: usize = 240;

/// What one case takes.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Which library.
    pub who: Who,
    /// Nanoseconds for one operation in each turn, in the order of the turns.
    turns: Vec<f64>,
    /// What one operation allocates.
    pub allocated: Allocated,
}

impl Measured {
    /// Nanoseconds for one operation: the median of all turns.
    pub fn median(&self) -> f64 {
        quantile(self.turns.clone(), 0.5)
    }

    /// Half of what lies between the quartiles, as a part of the median.
    pub fn spread(&self) -> f64 {
        let [low, high] = [0.25, 0.75].map(|part| quantile(self.turns.clone(), part));
        (high - low) / 2.0 / self.median()
    }

    /// How many times as long `other` takes: the median over the turns that followed each other.
    pub fn faster_than(&self, other: &Self) -> f64 {
        quantile(self.turns.iter().zip(&other.turns).map(|(own, other)| other / own).collect(), 0.5)
    }
}

fn quantile(mut values: Vec<f64>, part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * part).round() as usize]
}

/// Measures all that do `op`, in turns.
pub fn measure(workload: &mut Prepared, op: Op, effort: Effort) -> Vec<Measured> {
    let mut cases: Vec<&mut Case> = workload.cases.iter_mut().filter(|case| case.op == op).collect();
    let times: Vec<u64> = cases.iter_mut().map(|case| times_per_turn(case, effort.turn)).collect();
    let mut measured: Vec<Measured> = cases
        .iter_mut()
        .map(|case| Measured {
            who: case.who,
            turns: Vec::with_capacity(effort.turns),
            allocated: allocated(|| (case.run)(0, 1)).1,
        })
        .collect();
    for turn in 0..effort.turns {
        for index in 0..cases.len() {
            // Everyone comes first as often as last: what a case leaves in the heap is its successor's luck.
            let index = (index + turn) % cases.len();
            let nanos = time(cases[index], turn, times[index]).as_nanos() as f64;
            measured[index].turns.push(nanos / times[index] as f64);
        }
    }
    measured
}

/// How many operations fill a turn; finding out warms up the case.
fn times_per_turn(case: &mut Case, turn: Duration) -> u64 {
    let mut times = 1;
    while time(case, 0, times) < turn {
        times *= 2;
    }
    times
}

fn time(case: &mut Case, turn: usize, times: u64) -> Duration {
    let mut taken = Duration::ZERO;
    deeper(turn % STACK_PLACES, &mut || {
        // What the case before it left in the caches is not its own.
        (case.run)(turn, 1);
        let start = Instant::now();
        (case.run)(turn, times);
        taken = start.elapsed();
    });
    taken
}

/// Runs `run` so many frames further down the stack.
#[inline(never)]
fn deeper(frames: usize, run: &mut dyn FnMut()) {
    let frame = black_box([0_u8; FRAME]);
    match frames.checked_sub(1) {
        Some(frames) => deeper(frames, run),
        None => run(),
    }
    black_box(frame);
}
