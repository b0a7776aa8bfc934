//! Layer 230 of Telegram's API with the service messages of MTProto, as `grammers-tl-types` 0.11 ships them.
//!
//! A crate of its own, so that several tests share one compilation of it.

/// What `include_tl!` makes of the two files.
pub mod api {
    tl_runtime::include_tl! {
        // `mtproto.tl` has lines without an id.
        #![tl(ids = "telegram", functions = "both", object)]
        env!("API_TL"), env!("MTPROTO_TL")
    }
}

/// What must be in [`api`].
pub mod table {
    use crate::api;

    include!(concat!(env!("OUT_DIR"), "/table.rs"));
}

/// Paths of the two files.
pub const FILES: [&str; 2] = [env!("API_TL"), env!("MTPROTO_TL")];
