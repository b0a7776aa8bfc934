//! A proxy for TON's lite queries: it reads every message, prints it, and passes it on, byte for byte as it was.
//!
//! - [`ton`]: the types of the messages, from an old schema.
//! - [`Layers`]: a message with the messages in it, taken apart and put together.
//! - [`Rule`]: what the proxy does not let through.
//! - [`mtproto`]: the exchange of keys of MTProto.
//! - [`serve`]: encrypted connections on both sides, and what they may take.

mod layers;
pub mod mtproto;
mod rule;
mod server;

/// The messages that the proxy knows. Calls are read, too; bits that no field declares and strings that are not UTF-8
/// pass as they are.
pub mod ton {
    tl_runtime::include_tl!(
        #![tl(ids = "formal", functions = "both", flags = "visible", string = "bytes", object, reflect)]
        "schema.tl"
    );
}

pub use self::layers::{Layer, Layers};
pub use self::rule::{Rule, Verdict};
pub use self::server::{Proxy, Show, serve};
