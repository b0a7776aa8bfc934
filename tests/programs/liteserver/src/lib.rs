//! TON's liteserver protocol: a client and a server, with all TL from `tl!`.
//!
//! - [`adnl`]: the encrypted packets, which carry bytes.
//! - [`ton`]: the types of the messages in them, from `schema.tl`.
//! - [`LiteClient`]: one `async fn query` for every function of the schema.
//! - [`serve`]: reads calls and answers them, from a [`Chain`] of a few real blocks.

pub mod adnl;
mod chain;
mod client;
mod server;

/// The messages of ADNL and of the liteserver.
pub mod ton {
    tl_runtime::include_tl!(
        #![tl(ids = "formal", functions = "both", object, setters)]
        "schema.tl"
    );
}

pub use self::chain::{Chain, Code};
pub use self::client::{LiteClient, QueryError};
pub use self::server::{Limits, serve};
