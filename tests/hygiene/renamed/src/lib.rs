//! The seed schema through a dependency with another name, with every lint that people deny.

#![no_implicit_prelude]
#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub, unused_qualifications)]
#![deny(future_incompatible, let_underscore, nonstandard_style, rust_2018_idioms, unused)]
#![deny(trivial_casts, trivial_numeric_casts, unused_lifetimes, single_use_lifetimes, unused_import_braces)]
#![forbid(unsafe_code)]

/// Each combination of options is other code.
pub mod plain {
    ::tl::include_tl!("../seed.tl");
}

/// With the enum of everything, functions decoded, and derives.
pub mod full {
    ::tl::include_tl! {
        #![derive(Eq, Hash, PartialOrd, Ord)]
        #![tl(object, functions = "both", inline = false)]
        "../seed.tl"
    }
}

/// With strings that are bytes.
pub mod binary {
    ::tl::include_tl!(#![tl(string = "bytes")] "../seed.tl");
}

/// With strings that are repaired.
pub mod lossy {
    ::tl::include_tl!(#![tl(string = "lossy", layer = 7)] "../seed.tl");
}

/// With types from another module.
pub mod outer {
    ::tl::tl! {
        #![tl(extern = crate::plain)]
        invites list:Vector<ExportedChatInvite> first:chatInviteExported = Invites;
    }
}

#[cfg(test)]
mod tests {
    use ::std::assert_eq;
    use ::tl::{Deserializable, Serializable};

    #[::core::prelude::v1::test]
    fn there_and_back() {
        let call = crate::full::functions::auth::SendCall {
            phone_number: ::std::convert::Into::into("1"),
            phone_code_hash: ::std::convert::Into::into("2"),
        };
        let bytes = call.to_bytes().unwrap();
        assert_eq!(bytes, *b"\x64\x15\xc5\x03\x011\0\0\x012\0\0");
        assert_eq!(crate::full::Object::from_bytes(&bytes).unwrap().id(), 0x03c5_1564);
        assert_eq!((crate::full::LAYER, crate::lossy::LAYER), (166, 7));
    }
}
