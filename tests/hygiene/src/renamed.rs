//! The seed schema through a dependency with another name.

/// Each combination of options is other code.
pub mod plain {
    seed!((::tl::include_tl));
}

/// With the enum of everything, functions decoded, and derives.
pub mod full {
    seed! {
        (::tl::include_tl)
        #![derive(Eq, Hash, PartialOrd, Ord)]
        #![tl(object, functions = "both", inline = false)]
    }
}

/// With strings that are bytes.
pub mod binary {
    seed!((::tl::include_tl) #![tl(string = "bytes")]);
}

/// With strings that are repaired.
pub mod lossy {
    seed!((::tl::include_tl) #![tl(string = "lossy", layer = 7)]);
}

/// With types from another module.
pub mod outer {
    ::tl::tl! {
        #![tl(extern = crate::renamed::plain)]
        invites list:Vector<ExportedChatInvite> first:chatInviteExported = Invites;
    }
}

#[cfg(test)]
mod tests {
    use ::std::assert_eq;
    use ::tl::{Deserializable, Serializable};

    #[::core::prelude::v1::test]
    fn there_and_back() {
        let call = crate::renamed::full::functions::auth::SendCall {
            phone_number: ::std::convert::Into::into("1"),
            phone_code_hash: ::std::convert::Into::into("2"),
        };
        let bytes = call.to_bytes().unwrap();
        assert_eq!(bytes, *b"\x64\x15\xc5\x03\x011\0\0\x012\0\0");
        assert_eq!(crate::renamed::full::Object::from_bytes(&bytes).unwrap().constructor_id(), 0x03c5_1564);
        assert_eq!((crate::renamed::full::LAYER, crate::renamed::lossy::LAYER), (166, 7));
    }
}
