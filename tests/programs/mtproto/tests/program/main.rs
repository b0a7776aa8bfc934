//! The program as a whole: client and server on loopback.

use tl_test_support::alloc::Counting;

mod calls;
mod exchange;
mod faults;
mod load;
mod peers;
mod relay;

#[global_allocator]
static ALLOCATOR: Counting = Counting;
