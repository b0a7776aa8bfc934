//! The types that a user of tl-proto writes for the workloads, with its derives.
//!
//! They borrow, as its documentation shows it: `string` and `bytes` are both `&[u8]`, and nobody checks for UTF-8.
//! Constructors that no workload uses are left out and so are the types of fields that no workload sets ([`Unused`]),
//! which is in tl-proto's favour: its values are smaller than those of the whole schema.
#![expect(dead_code, reason = "the derive wants a field for each mask, and never reads it")]
#![expect(clippy::large_enum_variant, reason = "as its users write them: only recursion needs a box")]

pub(crate) mod chat;
pub(crate) mod container;
pub(crate) mod header;
pub(crate) mod lite;
pub(crate) mod media;
pub(crate) mod message;
pub(crate) mod update;
pub(crate) mod user;

use tl_proto::{TlRead, TlWrite};

/// `Vector<t>`: what tl-proto calls a vector has no id.
#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x1cb5_c415)]
pub(crate) struct Vector<T> {
    items: Vec<T>,
}

/// The type of a field that is never there.
#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Unused {
    /// No such id.
    #[tl(id = 0xffff_ffff)]
    Never,
}
