//! TDLib's JSON interface: a client and a server, with all TL from `include_tl!`.
//!
//! - [`api`]: the requests, answers and updates, from `td_api.tl`.
//! - [`Client`]: one `async fn call` for every function, and a channel of updates.
//! - [`serve`]: reads requests, a line of JSON each, and answers them for an [`Account`].

mod account;
mod client;
mod server;

/// The part of TDLib's API that the program uses. All updates are in it: each may come.
pub mod api {
    tl_runtime::include_tl! {
        #![tl(json = "tdlib", reflect, ids = "formal", functions = "both", object, setters)]
        #![tl(only(
            getAuthorizationState, setTdlibParameters, setAuthenticationPhoneNumber, checkAuthenticationCode,
            getMe, sendMessage, error, Update,
        ))]
        env!("TD_API_TL")
    }
}

pub use self::account::{Account, CODE, FRIEND};
pub use self::client::{CallError, Client};
pub use self::server::{Limits, ServeError, serve};
