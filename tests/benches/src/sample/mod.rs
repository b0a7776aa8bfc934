//! Values that look like what servers send, in our types.

pub(crate) mod chat;
pub(crate) mod media;
pub(crate) mod message;
pub(crate) mod random;
pub(crate) mod update;
pub(crate) mod user;
