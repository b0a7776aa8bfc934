//! What passes, byte for byte; what the rule stops or changes; peers that misbehave; load.

mod lite;
mod load;
mod mtproto;
mod support;

// The load test counts what it allocates.
#[global_allocator]
static ALLOCATOR: tl_test_support::alloc::Counting = tl_test_support::alloc::Counting;
