//! The types of the seed schema, and a value of each of its lines for each way to fill it.

pub mod samples;

/// The updates page, with the types that the pages do not define.
pub mod updates {
    tl_runtime::include_tl! {
        #![tl(functions = "both", object)]
        "support/seed/base.tl", "support/seed/updates.tl"
    }
}

/// The invites page; its other types are in [`updates`].
pub mod invites {
    tl_runtime::include_tl! {
        #![tl(extern = crate::seed::updates, functions = "both", object)]
        "support/seed/invites.tl"
    }
}

/// `auth.sendInvites` and `auth.sendCall`.
pub mod auth {
    tl_runtime::include_tl!(#![tl(functions = "both")] "support/seed/auth.tl");
}
