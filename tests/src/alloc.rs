//! An allocator that counts what the present thread allocates.
//!
//! A test binary that measures says `#[global_allocator] static ALLOCATOR: Counting = Counting;`.

// The one place that cannot do without: `GlobalAlloc` is an unsafe trait.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static COUNT: Cell<Count> = const { Cell::new(Count { current: 0, peak: 0 }) };
}

/// Bytes of the present thread. What another thread frees may leave `current` too high or below zero.
#[derive(Clone, Copy)]
struct Count {
    current: isize,
    peak: isize,
}

/// The system's allocator, counted.
#[derive(Debug)]
pub struct Counting;

// SAFETY: every call is passed on as it is; counting neither allocates nor panics.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller's promises are those that `System` asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: as above, and `System` is where the pointer is from.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Old and new may exist at once.
        count(size as isize);
        count(-(layout.size() as isize));
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

fn count(bytes: isize) {
    // At the end of a thread the count may be gone before the last deallocation.
    let _ = COUNT.try_with(|count| {
        let Count { current, peak } = count.get();
        let current = current.wrapping_add(bytes);
        count.set(Count { current, peak: peak.max(current) });
    });
}

/// Runs something, and tells the most bytes that it held at any time, beyond what was held before.
pub fn peak_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = COUNT.get().current;
    COUNT.set(Count { current: before, peak: before });
    let value = work();
    let peak = COUNT.get().peak - before;
    (value, peak.unsigned_abs())
}
