//! What the tests in `tests/tests` share: the types of the seed schema and of the handshake, and values beside the bytes
//! that they must become.

pub mod handshake;
pub mod has;
pub mod readable;
pub mod sample;
pub mod seed;
pub mod wire;

pub use tl_test_support::{alloc, hex, pack, words};
