//! The schema that the project started from, and a value of each of its lines for each way to fill it.
//!
//! The lines are those of Telegram's documentation pages on
//! [invites](https://core.telegram.org/api/invites), [updates](https://core.telegram.org/method/phone.inviteToGroupCall)
//! and [`auth.sendCall`](https://core.telegram.org/method/auth.sendCall).

pub mod auth;
pub mod base;
pub mod invites;
pub mod samples;
pub mod updates;
