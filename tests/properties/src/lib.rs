//! What the property tests share: whole schemas, and messages made from the text of a schema alone.
//!
//! Nothing here asks the generated code what a message looks like: [`schema`] reads the text, [`least`] finds the
//! shortest bytes of each type, [`nest`] the deepest nesting, [`bomb`] the messages that ask for most memory.

pub mod bomb;
pub mod check;
pub mod dependent;
pub mod least;
pub mod nest;
pub mod sample;
pub mod schema;
pub mod schemas;
pub mod shape;
pub mod stack;
