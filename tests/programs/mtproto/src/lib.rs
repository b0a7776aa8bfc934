//! An MTProto 2.0 client and server, as the documentation has them: <https://core.telegram.org/mtproto>.
//!
//! Everything that is TL comes from `tl!` and `include_tl!` in [`schema`]; the rest is sockets and cryptography.

pub mod client;
pub mod clock;
pub mod crypto;
pub mod error;
pub mod example;
pub mod exchange;
pub mod plain;
pub mod schema;
pub mod server;
pub mod session;
pub mod transport;
pub mod unpack;
