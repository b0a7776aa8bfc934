//! The client and the server with each other, with peers that misbehave, and under load.

mod calls;
mod client_faults;
mod load;
mod server_faults;
mod support;

// The load test counts what it allocates.
#[global_allocator]
static ALLOCATOR: tl_test_support::alloc::Counting = tl_test_support::alloc::Counting;
