//! The types that a user of tl-proto writes for the workloads, with its derives.

pub(crate) mod container;
pub(crate) mod lite;

use tl_proto::{TlRead, TlWrite};

/// `Vector<t>`: what tl-proto calls a vector has no id.
#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x1cb5_c415)]
pub(crate) struct Vector<T> {
    items: Vec<T>,
}

/// Telegram's API, as far as the workloads need it: see `build/tl_proto.rs`.
pub(crate) mod api {
    #![expect(dead_code, reason = "the derive wants a field for each mask, and nobody looks into the values")]
    #![expect(clippy::large_enum_variant, reason = "as its users write them: only recursion needs a box")]
    #![expect(
        clippy::enum_variant_names,
        reason = "a variant is named as its constructor, which is never ambiguous"
    )]

    use tl_proto::{TlRead, TlWrite};

    use crate::tl_proto::Vector;

    include!(concat!(env!("OUT_DIR"), "/tl_proto.rs"));
}
