//! An allocator that counts.
//!
//! A binary that measures says `#[global_allocator] static ALLOCATOR: Counting = Counting;`.

// The one place that cannot do without: `GlobalAlloc` is an unsafe trait.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The system's allocator. Outside [`allocated`] it costs one load and one branch for each allocation.
#[derive(Debug)]
pub struct Counting;

/// What a piece of work asked of the allocator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allocated {
    /// Allocations. Growing a buffer is one more.
    pub calls: u64,
    /// Bytes of all allocations; what a buffer grows by, where one grows.
    pub bytes: u64,
    /// The most bytes held at any time, beyond what was held before.
    pub peak: usize,
}

/// How many threads are counting at present.
static COUNTING: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static COUNT: Cell<Count> = const { Cell::new(Count { calls: 0, bytes: 0, current: 0, peak: 0 }) };
}

/// Of the present thread. `current` is below zero where memory is freed that is older than the count.
#[derive(Clone, Copy, Default)]
struct Count {
    calls: u64,
    bytes: u64,
    current: isize,
    peak: isize,
}

/// Runs `work`, and counts what the present thread allocates meanwhile. Does not nest.
pub fn allocated<T>(work: impl FnOnce() -> T) -> (T, Allocated) {
    COUNT.set(Count::default());
    COUNTING.fetch_add(1, Relaxed);
    let value = work();
    COUNTING.fetch_sub(1, Relaxed);
    let Count { calls, bytes, peak, .. } = COUNT.get();
    (value, Allocated { calls, bytes, peak: peak.unsigned_abs() })
}

/// As [`allocated`]: the most bytes held at any time.
pub fn peak_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let (value, allocated) = allocated(work);
    (value, allocated.peak)
}

#[inline]
fn note(add: impl FnOnce(&mut Count)) {
    if COUNTING.load(Relaxed) > 0 {
        // At the end of a thread the count may be gone before the last deallocation.
        let _ = COUNT.try_with(|cell| {
            let mut count = cell.get();
            add(&mut count);
            cell.set(count);
        });
    }
}

impl Count {
    fn take(&mut self, bytes: usize) {
        self.current += bytes as isize;
        self.peak = self.peak.max(self.current);
    }

    fn allocate(&mut self, size: usize) {
        (self.calls, self.bytes) = (self.calls + 1, self.bytes + size as u64);
        self.take(size);
    }

    fn free(&mut self, size: usize) {
        self.current -= size as isize;
    }

    /// Old and new may exist at once.
    fn grow(&mut self, old: usize, new: usize) {
        (self.calls, self.bytes) = (self.calls + 1, self.bytes + new.saturating_sub(old) as u64);
        self.take(new);
        self.free(old);
    }
}

// SAFETY: every call is passed on as it is; counting neither allocates nor panics.
unsafe impl GlobalAlloc for Counting {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(|count| count.allocate(layout.size()));
        // SAFETY: the caller's promises are those that `System` asks for.
        unsafe { System.alloc(layout) }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(|count| count.allocate(layout.size()));
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    #[inline]
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        note(|count| count.free(layout.size()));
        // SAFETY: as above, and `System` is where the pointer is from.
        unsafe { System.dealloc(pointer, layout) }
    }

    #[inline]
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(|count| count.grow(layout.size(), size));
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }
}
