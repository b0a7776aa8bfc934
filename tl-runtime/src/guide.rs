//! Guides: what a schema becomes, the options, programs, promises.

#[doc = include_str!("../doc/schema.md")]
pub mod schema {}

#[doc = include_str!("../doc/options.md")]
pub mod options {}

#[doc = include_str!("../doc/vk.md")]
pub mod vk {}

#[doc = include_str!("../doc/strings.md")]
pub mod strings {}

#[doc = include_str!("../doc/containers.md")]
pub mod containers {}

#[doc = include_str!("../doc/reading.md")]
pub mod reading {}

#[doc = include_str!("../doc/client.md")]
pub mod client {}

#[doc = include_str!("../doc/servers.md")]
pub mod servers {}

#[doc = include_str!("../doc/safety.md")]
pub mod safety {}

#[doc = include_str!("../doc/performance.md")]
pub mod performance {}

#[doc = include_str!("../doc/from_grammers.md")]
pub mod from_grammers {}

#[doc = include_str!("../doc/from_tl_proto.md")]
pub mod from_tl_proto {}

#[doc = include_str!("../doc/from_tdlib_rs.md")]
pub mod from_tdlib_rs {}
