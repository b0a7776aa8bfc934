//! The schemas: each as its generated `Object`, and as the text it was made from.

use std::fmt::Debug;

use tl_runtime::{DeserializableOwned, Serializable};
use tl_test_support::messages::Undeclared;
use tl_test_support::row::Combinator;

/// What is asked of an `Object`.
pub trait Message: DeserializableOwned + Serializable + Debug + Clone + PartialEq {}

impl<T: DeserializableOwned + Serializable + Debug + Clone + PartialEq> Message for T {}

/// What a test of a whole schema starts from.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// For messages of tests.
    pub name: &'static str,
    /// The schema's files.
    pub files: &'static [&'static str],
    /// What was generated: the ids of lines without one.
    pub combinators: &'static [Combinator],
    /// A combinator without fields, which stands for any other where the schema says "any".
    pub any: &'static str,
    /// In which masks bits are kept that no field declares.
    pub undeclared: Undeclared,
}

/// Layer 230 of Telegram's API with the service messages of MTProto.
pub mod telegram {
    pub use tl_differential_tests::api::Object;
    use tl_differential_tests::{FILES, table};

    /// The text and the ids.
    pub const SOURCE: super::Source = super::Source {
        name: "Telegram",
        files: &FILES,
        combinators: table::COMBINATORS,
        any: "help.getConfig",
        undeclared: super::Undeclared::InVisibleMasks,
    };
}

/// A schema of which this crate compiles the `Object`.
macro_rules! schema {
    ($(#[$attributes:meta])* $module:ident, $any:literal, $undeclared:ident, { $($input:tt)* }) => {
        $(#[$attributes])*
        pub mod $module {
            /// What `include_tl!` makes of the files.
            pub mod api {
                tl_runtime::include_tl! { $($input)* }
            }

            pub use api::Object;

            mod table {
                #![allow(unreachable_pub)]

                use super::api;

                include!(concat!(env!("OUT_DIR"), "/", stringify!($module), ".rs"));
            }

            /// The text and the ids.
            pub const SOURCE: super::Source = super::Source {
                name: stringify!($module),
                files: table::FILES,
                combinators: table::COMBINATORS,
                any: $any,
                undeclared: super::Undeclared::$undeclared,
            };

            /// How many enums there are.
            pub fn enums() -> usize {
                table::ENUMS.len()
            }
        }
    };
}

schema! {
    /// The service messages of MTProto with those that hold others.
    mtproto, "destroy_auth_key", InVisibleMasks, {
        #![tl(ids = "telegram", functions = "both", object)]
        env!("MTPROTO_0"), env!("MTPROTO_1")
    }
}

schema! {
    /// The same with every mask a field.
    mtproto_visible, "destroy_auth_key", Everywhere, {
        #![tl(ids = "telegram", functions = "both", object, flags = "visible")]
        env!("MTPROTO_VISIBLE_0"), env!("MTPROTO_VISIBLE_1")
    }
}

schema! {
    /// Everscale's network: TON's protocols of an earlier year.
    everscale, "adnl.message.nop", InVisibleMasks, {
        #![tl(ids = "formal", functions = "both", object)]
        env!("EVERSCALE_0")
    }
}

schema! {
    /// TON.
    #[cfg(shared)]
    ton, "adnl.message.nop", InVisibleMasks, {
        #![tl(ids = "formal", functions = "both", object)]
        env!("TON_0")
    }
}

schema! {
    /// The same with every mask a field.
    #[cfg(shared)]
    ton_visible, "adnl.message.nop", Everywhere, {
        #![tl(ids = "formal", functions = "both", object, flags = "visible")]
        env!("TON_VISIBLE_0")
    }
}

/// Templates and natural numbers in each combination.
pub mod dependent {
    /// What `include_tl!` makes of the file.
    pub mod api {
        tl_runtime::include_tl! {
            #![tl(ids = "formal", functions = "both", object)]
            "schemas/dependent.tl"
        }
    }

    pub use api::Object;

    /// The schema.
    pub const TEXT: &str = include_str!("../schemas/dependent.tl");
}

/// TON where its schema is at hand, else Everscale's network.
pub mod network {
    #[cfg(not(shared))]
    pub use super::everscale::*;
    #[cfg(shared)]
    pub use super::ton::*;
}
