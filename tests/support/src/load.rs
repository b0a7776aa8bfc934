//! Many calls, many at a time: what they cost, and whether memory stays flat. Behind the feature `load`, which brings
//! tokio.
//!
//! The binary says `#[global_allocator] static ALLOCATOR: Counting = Counting;`.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::runtime;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::alloc::peak_of;

/// How many calls there are.
pub const CALLS: u32 = 10_000;
/// How many of them are on their way at any time.
pub const IN_FLIGHT: usize = 64;
/// How often an exchange runs for a figure, which is that of the fastest run, and how many calls the one to compare with
/// makes. The figures of a debug build say nothing, so it does not take long over them.
const EFFORT: (usize, u32) = if cfg!(debug_assertions) { (1, CALLS / 10) } else { (9, CALLS) };

/// Makes 10,000 calls, and a tenth of them, and checks that both hold the same memory. Prints how many calls a second
/// that is, beside those of a second exchange, which `of_other` names: "with the bytes prepared beforehand".
///
/// # Panics
///
/// If memory grows with the number of calls.
pub fn compare<E, O>(exchange: impl Fn(u32) -> E, other: impl Fn(u32) -> O, of_other: &str)
where
    E: Future<Output = Duration>,
    O: Future<Output = Duration>,
{
    let (runs, other_calls) = EFFORT;
    let (_, few) = on_one_thread(exchange(CALLS / 10));
    let mut best = [Duration::MAX; 2];
    let mut peak = 0;
    // They take turns, so that what slows the machine down slows down both.
    for _ in 0..runs {
        let (time, many) = on_one_thread(exchange(CALLS));
        // Ten times as many calls hold no more, but for what a map or a vector doubled.
        assert!(many < few + few / 4, "{many} bytes, and {few} for a tenth of the calls");
        let (other_time, _) = on_one_thread(other(other_calls));
        best = [best[0].min(time), best[1].min(other_time)];
        peak = peak.max(many);
    }
    let [rate, of] =
        [(CALLS, best[0]), (other_calls, best[1])].map(|(calls, time)| f64::from(calls) / time.as_secs_f64());
    println!(
        "{rate:.0} calls a second, {:.2} of those {of_other} ({of:.0}); at most {} KiB",
        rate / of,
        peak / 1024
    );
}

/// Runs client and server on the present thread, whose allocations are counted: the most bytes held at any time.
pub fn on_one_thread<T>(work: impl Future<Output = T>) -> (T, usize) {
    let runtime = || runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    peak_of(|| runtime().block_on(work))
}

/// Makes a call for each number, in as many tasks as calls are in flight, and says how long it took.
///
/// # Panics
///
/// If a call does.
pub async fn in_flight<F>(calls: u32, call: impl Fn(u32) -> F + Clone + Send + 'static) -> Duration
where
    F: Future<Output = ()> + Send + 'static,
{
    let (next, start) = (Arc::new(AtomicU32::new(0)), Instant::now());
    let mut tasks = JoinSet::new();
    for _ in 0..IN_FLIGHT {
        let (next, call) = (next.clone(), call.clone());
        tasks.spawn(async move {
            loop {
                match next.fetch_add(1, Ordering::Relaxed) {
                    number if number < calls => call(number).await,
                    _ => return,
                }
            }
        });
    }
    tasks.join_all().await;
    start.elapsed()
}

/// Those who wait for an answer, first come, first served: for an exchange that ignores what comes.
#[derive(Debug)]
pub struct Queue<T>(Arc<Mutex<VecDeque<oneshot::Sender<T>>>>);

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Clone for Queue<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Queue<T> {
    /// Joins the queue.
    pub fn join(&self) -> oneshot::Receiver<T> {
        let (sender, receiver) = oneshot::channel();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(sender);
        receiver
    }

    /// Answers whoever is first.
    ///
    /// # Panics
    ///
    /// If nobody waits.
    pub fn answer(&self, answer: T) {
        let first = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        // Who gave up waiting does not mind.
        let _ = first.expect("somebody waits").send(answer);
    }
}
