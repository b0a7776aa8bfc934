//! The seed schema through a dependency with another name and through a re-export, with every lint that people deny.

#![no_implicit_prelude]
#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub, unused_qualifications)]
#![deny(future_incompatible, let_underscore, nonstandard_style, rust_2018_idioms, unused)]
#![deny(trivial_casts, trivial_numeric_casts, unused_lifetimes, single_use_lifetimes, unused_import_braces)]
#![forbid(unsafe_code)]

/// `include_tl!` of the seed schema with these options.
macro_rules! seed {
    (($($include_tl:tt)+) $($option:tt)*) => {
        $($include_tl)+! {
            $($option)*
            "../support/seed/base.tl", "../support/seed/invites.tl", "../support/seed/updates.tl",
            "../support/seed/auth.tl", "../support/seed/generic.tl"
        }
    };
}

pub mod reexport;
pub mod renamed;
