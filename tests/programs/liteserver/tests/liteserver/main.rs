//! The client and the server with each other, with another implementation, with peers that misbehave, and under load.

mod crypto;
mod faults;
mod load;
mod peers;
mod queries;
mod support;

// The load test counts what it allocates.
#[global_allocator]
static ALLOCATOR: tl_test_support::alloc::Counting = tl_test_support::alloc::Counting;
