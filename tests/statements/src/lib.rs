//! A second, independent reading of TL schemas, for tests: what `tl!` makes of a file is held against what this crate
//! finds in it.
//!
//! Build scripts use it to find schema files ([`locate`]) and to write [`tables`] of what must have been generated;
//! the tests include those tables and compare ([`check`]). It knows as much of TL as the public schemas need, shares
//! no code with `tl-macros`, and panics where it does not understand: it is a test.

pub mod check;
pub mod locate;
pub mod names;
pub mod random;
pub mod read;
pub mod row;
pub mod tables;

pub use read::{Field, Statement, read};
