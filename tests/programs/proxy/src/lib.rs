//! A proxy between a client and a server: it reads every message, prints it, and passes it on, byte for byte as it was.
//!
//! - [`Lite`] and [`MtProto`]: what it can stand between, TON's lite queries and MTProto.
//! - `message`: messages in messages, read, judged and written again.
//! - [`Rule`]: what the proxy does not let through.
//! - [`Show`]: how messages are printed.
//! - [`serve`]: connections on both sides, and what they may take.

mod lite;
mod message;
mod mtproto;
mod rule;
mod server;
mod show;

/// The messages of TON that the proxy knows. Calls are read, too; bits that no field declares and strings that are not
/// UTF-8 pass as they are.
pub mod ton {
    tl_runtime::include_tl!(
        #![tl(ids = "formal", functions = "both", flags = "visible", string = "bytes", object, reflect)]
        "schemas/ton.tl"
    );
}

/// Those of MTProto and of Telegram's API.
pub mod telegram {
    tl_runtime::include_tl!(
        #![tl(ids = "telegram", functions = "both", flags = "visible", string = "bytes", object, reflect)]
        "schemas/telegram.tl"
    );
}

pub use self::lite::Lite;
pub use self::mtproto::MtProto;
pub use self::rule::Rule;
pub use self::server::{Error, Protocol, Proxy, serve};
pub use self::show::{Form, Show};
