//! Values with no, all and mixed options, and their bytes, packed by hand.

mod auth;
mod base;
mod channel;
mod chat_invites;
mod invite_functions;
mod invites;
mod link_functions;
mod other_invites;
mod short_updates;
mod updates;

use crate::sample::Sample;

/// Samples of every line of the seed schema.
pub fn all() -> Vec<Sample> {
    let files = [
        auth::samples,
        channel::samples,
        chat_invites::samples,
        invite_functions::samples,
        invites::samples,
        link_functions::samples,
        other_invites::samples,
        short_updates::samples,
        updates::samples,
    ];
    files.iter().flat_map(|samples| samples()).collect()
}
