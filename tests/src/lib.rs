//! What the tests in `tests/tests` share: an encoder by hand, messages, counted memory.

pub mod alloc;
pub mod handshake;
pub mod has;
pub mod hex;
pub mod pack;
pub mod sample;
pub mod seed;
pub mod shared;
pub mod wire;
pub mod words;
