//! What holds for every value and every input of whole schemas. One binary, since linking it is what takes time.

mod corpus;
mod dependent;
mod memory;
mod round_trip;
mod stack;

use tl_test_support::alloc::Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A stack that holds the deepest nesting of anything in a debug build.
const STACK: usize = 64 << 20;
